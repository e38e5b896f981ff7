// Ranking: which entries answer a query, best first.  No part of the page is touched here.
//
// Words are compared without case, accents and endings.  MiniSearch finds and scores what holds them; an entry that is
// called what was asked, or to which the editor's synonyms lead, scores more.  A number leads straight to its place.
(() => {
  "use strict";

  const STOP = new Set(`a about all also am an and any are as at be because been before being but by can could did do
    does done for from get had has have he her here his how i if in into is it its just kind let like may me might more
    most much must my need no not of on one or other our own please say says shall she should so some such take tell
    than that the their them then there these they thing things this those to under until up us was way we were what
    when where whether which who whom whose why will with would you your`.split(/\s+/));
  // What is asked with rather than for.  A publication's own such words come with its data.
  const WEAK = "people person someone somebody anyone anybody everyone want use used really".split(" ");
  // What an entry is, and where it holds a word; the numbers were found by trial on the queries meant for it.
  const KIND = { definition: 1.3, body: 1.15, actor: 1.15, paragraph: 1.15, statement: 1.05, term: 1.05, note: 0.4 };
  const FIELDS = { called: 4, asked: 2.5, gist: 2, text: 1.5, reading: 1.2, extra: 0.5 };

  const fold = (words) => window.handbook.fold(words).replace(/\b(co|de)-(?=\p{L})/gu, "$1").replace(/'s?\b/g, "");
  const split = (words) => fold(words).match(/[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu) ?? [];
  const flat = (words) => ` ${split(words).join(" ")} `;

  // Endings that British and American spelling, number and tense change.
  const ENDINGS = [
    [/([^aeiou])re(s?)$/, "$1er$2"], [/mme(s?)$/, "m$1"], [/([iy])z(e[sd]?|ing|ations?)$/, "$1s$2"],
    [/our(s?)$/, "or$1"], [/ns(es?)$/, "nc$1"], [/ies$/, "y"], [/sses$/, "ss"], [/([^aious])s$/, "$1"],
    [/^(.{3,})(?:ing|ed)$/, "$1"], [/^(.{4,})ment$/, "$1"], [/^(.{3,}[st])ion$/, "$1"], [/([bdfgklmnprt])\1$/, "$1"],
    [/^(.{3,})e$/, "$1"], [/^(.{3,})y$/, "$1i"], [/or$/, "er"],
  ];
  const stems = Object.create(null);
  const stem = (word) => (word.length < 4 || /\d/.test(word) ? word
    : stems[word] ??= ENDINGS.reduce((said, [ending, by]) => said.replace(ending, by), word));
  const telling = (words) => split(words).filter((word) => !STOP.has(word));
  const content = (words) => telling(words).map(stem);
  const swaps = (word) => [...word].map((letter, at) => (
    word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2)));
  // A quoted phrase has to stand somewhere in one piece; the marks between its words do not matter.
  const holds = ({ title, gist = "", text = "", names = [] }, phrases) => phrases.every((phrase) => (
    [title, gist, text, ...names].some((said) => flat(said).includes(phrase))));

  // A place is the runs of digits and of letters in an id, whatever stands between them, so that `34(c)`, `34, item c`
  // and `182.4(f)(1)` need no rule of their own.  A fraction, as in the number of a resolution, is one run.
  const MARK = /\b(?:sub-?)?(?:par(?:a(?:graph)?)?s?|items?|points?|letters?)\b/g;
  const place = (words) => `.${(fold(words).replace(MARK, "§").match(/\d+(?:\/\d+)*|\p{L}+|§/gu) ?? []).join(".")}.`
    .replace(/(\d\.)§\.(?=\p{L}\.)/gu, "$1");
  const placesOf = ({ id, kind, names = [] }) => (["paragraph", "section", "reference", "footnote"].includes(kind)
    ? [place(id), ...names.map(place).filter((name) => /^\.\p{L}+\.(?:\d+|\p{L})\.$/u.test(name))] : []);
  // The longest that stands after a mark, brings its own (`FD 1`, `ref A`), or is all that was typed, but for an item
  // that does not exist.  "a" and "I" are words too, unless they come last; and paragraphs may be called sections.
  const numbered = (query, places) => {
    const said = place(query);
    const found = places.find(([each]) => said.includes(`§${each}`)
      || (said.startsWith(each) && /^(?:[^.]{1,2}\.)*$/.test(said.slice(each.length)))
      || (/^\.\p{L}/u.test(each) && (/\d|\.[^ai]\.$/.test(each) ? said.includes(each) : said.endsWith(each))));
    return (found ?? places.find(([each]) => said.includes(`.section${each}`)))?.[1];
  };

  const ranker = ({ entries, synonyms, weak = [] }) => {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const weight = (id) => KIND[byId.get(id).kind] ?? 0.8;
    const places = entries.flatMap((entry) => placesOf(entry).map((each) => [each, entry.id]))
      .sort(([one, id], [other, to]) => weight(to) - weight(id) || other.length - one.length);
    // Of several that are called the same, the one of the weightiest kind is meant, and of these the first.
    const named = entries.filter(({ names }) => names).reverse().sort((one, two) => weight(one.id) - weight(two.id));
    const exact = new Map(named.flatMap(({ id, names }) => names.flatMap((name) => (
      [[content(name).join(" ") || null, id], [flat(name), id]]))));
    const phrases = [...named.map(({ id, names }) => [names, [id]]), ...synonyms]
      .map(([words, leads]) => [words.map(content).filter((phrase) => phrase.length), leads]);
    const asked = new Map();
    for (const [words, leads] of synonyms) leads.slice(0, 3).forEach((id) => asked.set(id, [asked.get(id), words]));

    const faint = new Set([...WEAK, ...weak].map(stem));
    const tells = (word) => (faint.has(word) ? 0.2 : 1);
    const index = new MiniSearch({
      fields: Object.keys(FIELDS), tokenize: split, processTerm: (word) => (STOP.has(word) ? null : stem(word)),
      extractField: (entry, field) => (field === "called" ? [entry.title, entry.names]
        : field === "asked" ? asked.get(entry.id) : entry[field]),
      searchOptions: { boost: FIELDS, boostTerm: tells, tokenize: (all) => all.split(" "), processTerm: (one) => one },
    });
    index.addAll(entries);
    const rarity = (word) => Math.log(1 + entries.length / (1 + index.search(word).length)) * tells(word);
    // A word that nothing holds is taken for one with two letters exchanged, for the start of one, or for the nearest.
    const nearest = (word, prefix) => {
      const known = [word, ...swaps(word)].map(stem).find((each) => index.search(each).length);
      if (known || /\d/.test(word)) return known ?? word;
      const options = [{ prefix }, { fuzzy: 1 }, { fuzzy: 2 }].slice(0, Math.ceil(word.length / 3));
      return options.map((option) => index.search(stem(word), option)[0]?.terms[0]).find(Boolean) ?? stem(word);
    };

    return (typed) => {
      const query = window.handbook.fold(typed);
      const quoted = [...query.matchAll(/"([^"]+)"/g)].map(([, said]) => flat(said));
      const last = (word, at, all) => at === all.length - 1 && word.length > 2 && /[\p{L}\p{N}]$/u.test(query);
      const words = telling(query).map((word, at, all) => nearest(word, last(word, at, all)));
      // The share of the query that some of its words make: the rarer a word, the more of what is wanted it says.
      const rare = new Map(words.map((word) => [word, rarity(word)]));
      const sum = (some) => some.reduce((all, word) => all + rare.get(word), 0);
      const share = (some) => sum(some) / sum(words);
      const add = (points, id, more) => points.set(id, (points.get(id) ?? 0) + more);

      const called = new Map();
      for (const [said, leads] of phrases) {
        const found = said.filter((phrase) => phrase.every((word) => rare.has(word)));
        const most = Math.max(0, ...found.map((phrase) => share(phrase) * (phrase.length === words.length ? 3 : 1)));
        if (most) leads.forEach((id) => add(called, id, most));
      }
      const boostDocument = (id) => weight(id) * (1 + 3 * (called.get(id) ?? 0));
      const scores = new Map(index.search(words.join(" "), { prefix: last, boostDocument })
        .map(({ id, score, queryTerms }) => [id, score * Math.sqrt(share(queryTerms))]));
      // What an entry leads to answers the same question, less surely.
      for (const [id, score] of [...scores]) {
        byId.get(id).leads?.forEach((to, rank) => byId.has(to) && add(scores, to, score * weight(to) / (3 + rank)));
      }
      for (const entry of quoted.length ? entries : []) {
        if (holds(entry, quoted)) add(scores, entry.id, weight(entry.id));
        else scores.delete(entry.id);
      }

      // A statement and its paragraph are one answer: the better of the two is shown, and both lead to the paragraph.
      const answers = new Map();
      for (const [id, score] of [...scores].sort(([, one], [, other]) => other - one)) {
        const entry = byId.get(id);
        const answer = entry.kind === "statement" ? entry.para : id;
        if (answers.has(answer)) answers.get(answer).score += 0.3 * score;
        else answers.set(answer, { entry, score });
      }
      const first = !quoted.length && (numbered(query, places) ?? exact.get(flat(query)) ?? exact.get(words.join(" ")));
      answers.delete(first);
      const hits = [...answers.values()].sort((one, other) => other.score - one.score);
      const rest = hits.filter(({ score }) => score > 0.12 * hits[0].score).map(({ entry }) => entry);
      return first ? [byId.get(first), ...rest] : rest;
    };
  };

  Object.assign(window.handbook, { ranker, searchWords: content });
})();
