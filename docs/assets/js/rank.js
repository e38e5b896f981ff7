// Ranking: which entries answer a query, best first.  No part of the page is touched here.
//
// Words are compared without case, accents and endings.  Four things make an entry answer: it is called what was
// asked, the editor's synonyms lead to it, its words match (MiniSearch), or it is the paragraph whose number was typed.
(() => {
  "use strict";

  const STOP = new Set(("a about all also am an and any are as at be because been before being but by can could did do does "
    + "done for from get had has have he her here his how i if in into is it its just kind let like may me might more "
    + "most much must my need no not of on one or other our own please say says shall she should so some such take "
    + "tell than that the their them then there these they thing things this those to under until up us was way we "
    + "were what when where whether which who whom whose why will with would you your").split(" "));
  const WEAK = new Set("policy document nato handbook people person someone somebody anyone anybody everyone want use used really do".split(" "));
  const ASKS_MEANING = /\b(what (is|are|does .* mean)|meaning|mean by|definition|define[sd]?)\b/;
  const KIND = {
    definition: 1.3, body: 1.15, actor: 1.15, paragraph: 1.15, term: 1.05, statement: 1.05, theme: 0.9, relation: 0.85,
    seat: 0.75, principle: 0.8, goal: 0.8, reference: 0.7, section: 0.7, footnote: 0.6, note: 0.4,
  };
  const LEADS = 0.35;
  const EXACT = 3;
  const FAINT = 0.12;
  const FIELDS = { called: 4, gist: 2, text: 1.4, asked: 2.4, extra: 0.7, reading: 1.2 };

  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'")
    .replace(/\b(co|de)-(?=\p{L})/gu, "$1").replace(/'s?\b/g, "");
  const split = (words) => fold(words).match(/[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu) ?? [];

  // Endings that British and American spelling, number and tense change.
  const ENDINGS = [
    [/iz(e[sd]?|ing|ations?)$/, "is$1"], [/our(s?)$/, "or$1"], [/ies$/, "y"], [/sses$/, "ss"],
    [/([^aious])s$/, "$1"],
  ];
  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, cut(word));
    return stems.get(word);
  };
  const cut = (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    let out = word.replace("theatre", "theater").replace("centre", "center").replace("programme", "program");
    for (const [ending, by] of ENDINGS) out = out.replace(ending, by);
    out = out.replace(/^(.{3,})(?:ing|ed)$/, "$1").replace(/^(.{4,})ment$/, "$1").replace(/^(.{3,}[st])ion$/, "$1");
    return out.replace(/([bdfgklmnprt])\1$/, "$1").replace(/^(.{3,})e$/, "$1").replace(/^(.{3,})y$/, "$1i").replace(/or$/, "er");
  };
  const WEAK_STEMS = new Set([...WEAK].map(stem));
  const terms = (words) => split(words).map(stem);
  const content = (words) => {
    const kept = split(words).filter((word) => !STOP.has(word)).map(stem);
    return kept.length ? kept : terms(words);
  };

  // `34c`, `34.c`, `34(c)`, `para 34 c.`, `§ 13`, `FD 1`, `ref A`, or a whole citation that ends in one of them.
  const MARK = "(?:sub-?)?(?:paragraphs?|paras?|par|items?|points?|p|§+)\\.?\\s*";
  const NUMBER = "(\\d{1,3})\\s*[.,:(/-]?\\s*(?:(?:item|letter|sub-?para(?:graph)?)\\s*)?([a-z]{1,2})?\\s*\\)?\\.?";
  const ALONE = new RegExp(`^\\s*(?:${MARK})?${NUMBER}\\s*$`, "i");
  const WITHIN = new RegExp(`(?:^|[^\\p{L}])(?:sub-?)?(?:paragraphs?|paras?|par\\.|§+)\\s*\\.?\\s*(\\d{1,3})(?:\\s*[.(]\\s*|\\s?)([a-z])?(?![\\p{L}\\d])`, "iu");
  const SHEET = /^\s*(fd|md|fn|ref(?:erence)?|footnote|section)\s*[.\s-]?\s*(\d+|note|[a-z])\s*\.?\s*$/i;
  const SHEETS = { fd: "FD.", md: "MD.", fn: "fn.", footnote: "fn.", ref: "ref.", reference: "ref.", section: "section-" };

  const numbered = (query, known) => {
    const sheet = SHEET.exec(query);
    if (sheet) {
      const last = /^[a-z]$/i.test(sheet[2]) ? sheet[2].toUpperCase() : sheet[2].toLowerCase();
      const id = SHEETS[sheet[1].toLowerCase()] + last;
      if (known.has(id)) return id;
    }
    const found = ALONE.exec(query) ?? WITHIN.exec(query);
    if (!found) return null;
    const id = found[2] ? `${found[1]}.${found[2].toLowerCase()}` : found[1];
    return known.has(id) ? id : known.has(found[1]) ? found[1] : null;
  };

  const phrases = (query) => [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/g)].map((found) => flat(found[1])).filter(Boolean);
  const flat = (words) => fold(words).replace(/\s+/g, " ").trim();

  // How far a phrase of stemmed words stands in the query: 1 in one piece, less when scattered, 0 when not.
  const stands = (phrase, asked) => {
    const at = asked.findIndex((_, start) => phrase.every((word, step) => asked[start + step] === word));
    if (at >= 0) return 1;
    return phrase.length > 1 && phrase.every((word) => asked.includes(word)) ? 0.75 : 0;
  };

  // The number of letters to change, add or drop between two words; more than `most` is not counted out.
  const distance = (one, other, most) => {
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      for (let to = 1; to <= other.length; to += 1) {
        next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1));
      }
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row[other.length];
  };

  // A word that nothing holds is taken for the nearest one that something holds, if that is near enough.
  const nearest = (word, all) => {
    const most = word.length < 4 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2;
    let best = { word, off: most + 1 };
    for (const other of all) {
      if (Math.abs(other.length - word.length) > most || other[0] !== word[0]) continue;
      const off = distance(word, other, most);
      if (off < best.off) best = { word: other, off };
    }
    return best.word;
  };

  // How rare a word is among the entries; a word that no entry has says most.
  const rarity = (entries, synonyms) => {
    const seen = new Map();
    for (const entry of entries) {
      const words = new Set(terms([entry.title, entry.gist, entry.text].join(" ")));
      for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
    }
    const weight = (word) => Math.log(1 + entries.length / (1 + (seen.get(word) ?? 0))) * (WEAK_STEMS.has(word) ? 0.2 : 1);
    for (const word of synonyms.flatMap(([words]) => words).flatMap(terms)) if (!seen.has(word)) seen.set(word, 0);
    const words = [...seen.keys()];
    return { weight, known: (word) => seen.has(word), begins: (start) => words.some((word) => word.startsWith(start)),
      nearest: (word) => nearest(word, words) };
  };

  const prepare = ({ entries, synonyms }) => {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const rows = synonyms.map(([words, leads]) => [words.map(content), leads.filter((id) => byId.has(id))]);
    const asked = new Map();
    for (const [words, leads] of synonyms) {
      leads.forEach((id, rank) => { if (rank < 3) asked.set(id, [...(asked.get(id) ?? []), ...words]); });
    }
    const index = new MiniSearch({
      fields: Object.keys(FIELDS), tokenize: split, processTerm: (word) => (STOP.has(word) ? null : stem(word)),
      extractField: (entry, field) => (field === "id" ? entry.id : entry[field]),
    });
    index.addAll(entries.map((entry) => ({
      id: entry.id, called: [entry.title, ...(entry.names ?? [])].join(" "), gist: entry.gist ?? "", text: entry.text ?? "",
      asked: (asked.get(entry.id) ?? []).join(" "), extra: (entry.extra ?? []).join(" "),
      reading: (entry.reading ?? []).join(" "),
    })));
    const rare = rarity(entries, synonyms);
    const called = entries.map((entry) => [entry, (entry.names ?? []).map((name) => [flat(name), content(name)])]);
    return { byId, rows, index, called, rare };
  };

  const matches = (index, words, typing) => {
    const found = index.search(words.join(" "), {
      boost: FIELDS, combineWith: "OR", boostTerm: (word) => (WEAK_STEMS.has(word) ? 0.2 : 1), tokenize: (said) => said.split(" "), processTerm: (word) => word,
      prefix: (word, at, all) => typing && at === all.length - 1 && word.length > 2,
      weights: { fuzzy: 0, prefix: 0.35 },
    });
    return new Map(found.map((hit) => [hit.id, hit]));
  };

  const add = (scores, id, points) => scores.set(id, (scores.get(id) ?? 0) + points);

  // The share of the query that a phrase answers for: rare words weigh more than those that stand everywhere.
  const sum = (words, weight) => [...new Set(words)].reduce((all, word) => all + weight(word), 0);
  const share = (phrase, asked, weight) => Math.min(1, sum(phrase, weight) / sum(asked, weight));

  const byName = (called, query, asked, scores, meaning, weight) => {
    const exact = [];
    for (const [entry, names] of called) {
      let best = 0;
      for (const [name, words] of names) {
        if (name === query) best = Math.max(best, EXACT);
        else if (words.length === asked.length && stands(words, asked) === 1) best = Math.max(best, 2.6);
        else if (words.length) best = Math.max(best, stands(words, asked) * share(words, asked, weight) * 1.1);
      }
      if (best === EXACT && KIND[entry.kind] > 1) exact.push(entry);
      if (best > 0 && entry.kind !== "note") add(scores, entry.id, best * KIND[entry.kind] * (meaning && entry.kind === "definition" ? 1.5 : 1));
    }
    return exact.sort((one, other) => KIND[other.kind] - KIND[one.kind])[0];
  };

  const bySynonym = (rows, asked, scores, weight) => {
    for (const [words, leads] of rows) {
      let best = 0;
      for (const phrase of words) {
        const whole = phrase.length === asked.length ? 2.4 : 1.2 * share(phrase, asked, weight) ** 0.6;
        best = Math.max(best, stands(phrase, asked) * whole);
      }
      if (best > 0) leads.forEach((id, rank) => add(scores, id, best * (1 - 0.1 * rank)));
    }
  };

  const byWords = (index, byId, asked, scores, typing, { weight }) => {
    const found = matches(index, asked, typing);
    const top = Math.max(...[...found.values()].map((hit) => hit.score), 1e-9);
    for (const [id, hit] of found) {
      const covered = share(hit.queryTerms, asked, weight);
      add(scores, id, (hit.score / top) * (0.35 + 0.65 * covered ** 1.5) * KIND[byId.get(id).kind] * 1.4);
    }
  };

  // A statement and its paragraph are one answer: the better of the two is shown, and both lead to the paragraph.
  const together = (scores, byId) => {
    const groups = new Map();
    for (const [id, score] of scores) {
      const entry = byId.get(id);
      const key = entry.kind === "statement" ? entry.para : id;
      const group = groups.get(key) ?? { score: 0, best: 0, entry: null };
      group.score = Math.max(group.score, score) + 0.2 * Math.min(group.score, score);
      if (score > group.best) Object.assign(group, { best: score, entry });
      groups.set(key, group);
    }
    return [...groups.values()];
  };

  // What an entry leads to answers the same question, less surely.
  const spread = (scores, byId) => {
    for (const [id, score] of [...scores]) {
      const leads = byId.get(id).leads ?? [];
      leads.forEach((to, rank) => {
        if (byId.has(to)) add(scores, to, (score * LEADS * KIND[byId.get(to).kind]) / (1 + 0.5 * rank));
      });
    }
  };

  // The first hits speak with more than one voice: one entry of the editor's own at most, and a paragraph at least.
  const OWN = new Set(["term", "theme", "seat", "principle", "goal", "relation", "note", "section"]);
  const mixed = (hits) => {
    const first = [];
    const rest = [...hits];
    const take = (test) => {
      const at = rest.findIndex(test);
      if (at >= 0) first.push(...rest.splice(at, 1));
    };
    while (first.length < 3 && rest.length) {
      const own = first.some(({ entry }) => OWN.has(entry.kind));
      const paragraph = first.some(({ entry }) => entry.para);
      if (first.length === 2 && !paragraph && rest.some(strong(hits))) take(strong(hits));
      else if (own && rest.some(({ entry, score }) => !OWN.has(entry.kind) && score > 0.3 * hits[0].score)) take(({ entry }) => !OWN.has(entry.kind));
      else take(() => true);
    }
    return [...first, ...rest];
  };
  const strong = (hits) => ({ entry, score }) => (entry.kind === "paragraph" || entry.kind === "statement") && score > 0.25 * hits[0].score;

  const ranker = (data) => {
    const { byId, rows, index, called, rare } = prepare(data);
    return (query) => {
      const quoted = phrases(query);
      const bare = flat(query.replace(/["“”„«»]/g, " ")).replace(/[?!.,;:\s]+$/, "");
      const typing = !/[\s"”?]$/.test(query);
      const asked = content(bare).map((word, at, all) => (rare.known(word) || (typing && at === all.length - 1 && rare.begins(word))
        ? word : rare.nearest(word)));
      const scores = new Map();
      let exact = null;
      if (asked.length) {
        exact = byName(called, bare, asked, scores, ASKS_MEANING.test(bare), rare.weight);
        bySynonym(rows, asked, scores, rare.weight);
        byWords(index, byId, asked, scores, typing, rare);
      }
      spread(scores, byId);
      const first = quoted.length ? null : numbered(query, byId) ?? exact?.id;
      let hits = together(quoted.length ? exactly(quoted, scores, byId) : scores, byId);
      hits.sort((one, other) => other.score - one.score || (one.entry.id < other.entry.id ? -1 : 1));
      if (first) hits = [{ score: hits[0]?.score ?? 0, entry: byId.get(first) }, ...hits.filter(({ entry }) => entry.id !== first)];
      return mixed(hits.filter(({ score }) => score >= FAINT * hits[0].score)).map(({ entry }) => entry);
    };
  };

  // Only what holds every quoted phrase, letter for letter but for case and accents.
  const exactly = (quoted, scores, byId) => new Map([...byId.values()]
    .filter((entry) => quoted.every((phrase) => holds(entry, phrase)))
    .map((entry) => [entry.id, (scores.get(entry.id) ?? 0) + KIND[entry.kind]]));

  const holds = (entry, phrase) => {
    const said = flat([entry.title, entry.gist, entry.text, ...(entry.names ?? [])].join(" \n "));
    for (let at = said.indexOf(phrase); at >= 0; at = said.indexOf(phrase, at + 1)) {
      const around = (said[at - 1] ?? " ") + (said[at + phrase.length] ?? " ");
      if (!/[\p{L}\p{N}]/u.test(around)) return true;
    }
    return false;
  };

  Object.assign(window.handbook ?? (window.handbook = {}), { ranker, searchWords: content });
})();
