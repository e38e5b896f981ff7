"""Rules of form: what the parser finds before there are records to check."""

from cmi_handbook.checks.rule import Rule

RULES = (
    Rule("CMI001", "unreadable-file", """\
Every data file can be opened, and its bytes are UTF-8.

A file in another encoding shows wrong letters in some programs and right ones in others, and nobody
notices until the words of the policy are wrong in print.
"""),
    Rule("CMI002", "broken-yaml", """\
Every data file is well-formed YAML.

A file that cannot be read to its end hides all its records; the other rules then say nothing of
what may only seem to be missing.
"""),
    Rule("CMI003", "yaml-feature", """\
Data files use plain YAML only: records, lists and words.

Tags, keys that are not words and a second document in one file mean different things to different
readers of YAML, and the handbook needs none of them.
"""),
    Rule("CMI004", "deep-nesting", """\
Nothing is nested deeper than 50 levels.

No record needs more than eight; a deeper file is damaged or hostile, and some YAML readers die of
it.
"""),
    Rule("CMI005", "exploding-alias", """\
No file holds more than 200000 values, counted with all that its aliases repeat, and none holds itself.

A few lines of aliases can expand to billions of values. Small aliases are welcome.
"""),
    Rule("CMI006", "duplicate-key", """\
A field stands once in its record.

Most YAML readers keep the last of two without a word, so that the editor sees one value and the
reader another.
"""),
    Rule("CMI007", "unknown-field", """\
Every field is one that its kind of record has.

A misspelt field would otherwise be left out in silence; the page for editors lists the fields.
"""),
    Rule("CMI008", "wrong-type", """\
Every field holds the kind of value it is made for: text, a list, a day, or one of a few words.

What follows reads the values without asking again.
"""),
    Rule("CMI009", "missing-field", """\
A record has all the fields that its kind cannot do without.

Optional fields may be left out; these may not.
"""),
    Rule("CMI010", "unexpected-file", """\
An edition is made of the files it is meant to be made of, no more and no fewer.

A file under a wrong name would never be read, and nobody would miss it.
"""),
    Rule("CMI011", "empty-file", """\
No data file is empty.

An empty file is nearly always one that was not saved. An optional file with nothing to say can be
removed.
"""),
    Rule("CMI012", "empty-text", """\
No text is empty.

A field that says nothing would leave a gap on its page; an optional one is left out where there is nothing to say.
"""),
    Rule("CMI013", "comment-behind-value", """\
No comment stands behind a value that is not in quotes.

YAML takes ` #` and all that follows for a comment, so that a value such as `No blueprint #1 exists` would lose
its end without a word. Comments on lines of their own are welcome.
"""),
    Rule("CMI014", "odd-sign", """\
Between the values stand plain spaces, straight quotes and usual line ends only.

Programs that write letters put in no-break spaces and curly quotes that look the same; YAML takes them for words.
Inside a value in straight quotes, curly quotes are welcome.
"""),
)
