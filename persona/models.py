"""The values that cross the library's border: frozen, typed, the same in SDK, CLI, web and API."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from persona._deprecated import old_name
from persona.kinds import StatementKind
from persona.notebook import ShownAsHtml, ShownAsMarkdown

MAX_PERSONAS = 12


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# -- read ------------------------------------------------------------------------------------------


class Problem(Frozen):
    """One thing that is wrong in a file: where, what, and how to mend it."""

    code: str
    message: str
    line: int | None = Field(default=None, description="Physical line, from 1, as an editor shows it.")
    column: str | None = None
    hint: str = ""


class LeftOut(Frozen):
    """One line of the file that did not become a row."""

    line: int
    code: str
    message: str
    text: str = Field(description="The first 300 characters, as they stand in the file.")


class SourceReport(Frozen):
    """How one file was understood. Rows are counted from 1, lines as an editor shows them."""

    name: str = Field(description="The file's own name; a label, never a path.")
    kind: str = Field(description='"csv", "csv.gz", "xlsx", "xls", "json", "parquet", "transcript" or "text".')
    bytes: int
    sha256: str
    encoding: str
    encoding_how: Literal["mark", "checked", "mixed", "guessed", "chosen"]
    encoding_samples: tuple[str, ...] = Field(default=(), description="Words with accents, to check a guess.")
    delimiter: str
    quote: str | None
    escape: str | None = None
    line_ends: tuple[str, ...] = ()
    sheet: str | None = Field(default=None, description="Workbooks: the sheet that was read.")
    sheets: tuple[str, ...] = Field(default=(), description="Workbooks: the sheets to choose from.")
    titles: tuple[str, ...] = Field(default=(), description="Lines above the column names.")
    header_line: int | None = Field(description="None when the file has no column names.")
    header_rows: int = Field(default=0, description="How many rows hold names and questions.")
    header_sure: bool = Field(default=True, description="Whether so many rows of names are beyond doubt.")
    names: tuple[str, ...]
    labels: tuple[str, ...] | None = Field(default=None, description="Question texts, where a second row has them.")
    rows: int
    rows_per_part: int
    parts: tuple[str, ...] = Field(description="Names of the Parquet files, in order of rows.")
    left_out: tuple[LeftOut, ...] = Field(default=(), description="The first 1,000 left-out lines.")
    left_out_counts: dict[str, int] = Field(default_factory=dict, description="All left-out lines by code.")
    mended: tuple[Problem, ...] = Field(default=(), description="The first 1,000 lines that were mended, and how.")
    notes: dict[str, int] = Field(default_factory=dict, description="Mended on the way: padded rows, cut cells …")

    @property
    def left_out_total(self) -> int:
        return sum(self.left_out_counts.values())


# -- profile ---------------------------------------------------------------------------------------


class ColumnRole(StrEnum):
    """What a column means."""

    ID = "id"
    OPEN = "open_answer"
    CATEGORY = "category"
    MULTIPLE = "multiple_choice"
    RATING = "rating"
    NUMBER = "number"
    DATE = "date"
    PERSONAL = "personal_data"
    IGNORE = "ignore"


class Column(Frozen):
    """One column, as understood from its name and values; people may override `role` and `basis`."""

    name: str
    position: int = Field(description="From 0, in the file's order.")
    role: ColumnRole
    basis: bool = Field(description="True: helps to form the groups. False: only describes them.")
    question: str = Field(description="The text asked: the label row where there is one, else the name.")
    filled: int = Field(description="Cells that hold an answer (missing words such as NA do not count).")
    distinct: int
    detail: str = Field(
        default="", description='In words: "24 words on average", "1 – 5", "9 choices, separated by “;”".'
    )
    examples: tuple[str, ...] = ()
    options: tuple[str, ...] = Field(default=(), description="Category and multiple choice, most frequent first.")
    separator: str | None = Field(default=None, description="Multiple choice: what stands between two choices.")
    scale: tuple[float, float] | None = Field(default=None, description="Rating: lowest and highest value.")
    scale_words: tuple[str, ...] = Field(default=(), description="Rating in words: lowest to highest.")
    personal: int = Field(default=0, description="Cells in which personal data was found.")
    reason: str = Field(default="", description="Why this role and basis, in one sentence.")


class ColumnChoice(Frozen):
    """A person's word on one column; None leaves what was inferred."""

    role: ColumnRole | None = None
    basis: bool | None = None


# -- settings --------------------------------------------------------------------------------------


class Rename(Frozen):
    """Give a segment a name; its persona carries it as tagline."""

    type: Literal["rename"] = "rename"
    segment: int = Field(ge=1)
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class Merge(Frozen):
    """Put segments together, in the place of the lowest number; the later ones move up."""

    type: Literal["merge"] = "merge"
    segments: tuple[int, ...] = Field(min_length=2, max_length=MAX_PERSONAS)


class Split(Frozen):
    """Part a segment into groups of its own, in its place and behind it; the later ones move down."""

    type: Literal["split"] = "split"
    segment: int = Field(ge=1)
    into: int = Field(default=2, ge=2, le=MAX_PERSONAS)


Edit = Annotated[Rename | Merge | Split, Field(discriminator="type")]


class PersonaConfig(Frozen):
    """Settings of one run.

    Example:
        >>> PersonaConfig(count=3).model
        'builtin'
    """

    count: int | None = Field(default=None, ge=1, le=MAX_PERSONAS, description="None: chosen from the data.")
    model: str = Field(default="builtin", description='"builtin", or "provider:name".')
    detail: Literal["short", "standard", "deep"] = "standard"
    budget_usd: float | None = Field(default=None, ge=0)
    seed: int = Field(default=0, ge=0, le=2**32 - 1)
    columns: dict[str, ColumnChoice] = Field(default_factory=dict, description="Overrides by column name.")
    redact: bool = Field(default=True, description="Mask personal data before grouping, quoting and sending.")
    template: str | None = Field(
        default=None,
        max_length=500,
        description="How a model is asked to write: ux, marketing, product, healthcare, or a .jinja file.",
    )
    verify: bool = Field(default=False, description="A second call judges every statement of a model by its quotes.")
    embeddings: str | None = Field(
        default=None, max_length=200, description='"provider:name" of a model that tells how alike answers are.'
    )
    edits: tuple[Edit, ...] = Field(
        default=(),
        description="What people changed about the segments, one after the other: numbers are those that the edits "
        "before left.",
    )


# -- group -----------------------------------------------------------------------------------------


class CountTried(Frozen):
    """One number of groups that was tried, and what spoke for it."""

    count: int
    shared_bits: float = Field(description="Bits a row that blocks of answers tell about groups formed by the others.")
    agreement: float = Field(description="Mean adjusted Rand index between fits of random halves.")


class ColumnUse(Frozen):
    """What grouping did with one column, and why."""

    name: str
    used: bool
    bits: float | None = Field(default=None, description="Bits a row it tells about the groups made by the others.")
    reason: str


class Segment(Frozen):
    index: int = Field(description="From 1, largest first; merged and split segments stay in their place.")
    size: int
    share: float
    name: str | None = Field(default=None, description="What people called it.")


class MapPoint(Frozen):
    row: int
    segment: int
    x: float = Field(description="-1 to 1; the directions mean nothing.")
    y: float


class SegmentationSummary(Frozen):
    """The groups and how far to believe them; assignments by row are in `Segmentation`."""

    segments: tuple[Segment, ...]
    strength: Literal["clear", "weak", "none"]
    reason: str = Field(description="Why this number of groups, in words for people.")
    score: float = Field(description="Shared bits × agreement.")
    null_score: float = Field(description="The same, after shuffling answers between people.")
    agreement: float
    tried: tuple[CountTried, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    between: int = Field(description="People who sit between two groups (best two within 0.6 : 0.4).")
    map: tuple[MapPoint, ...] = Field(default=(), description="At most 600 people, every segment shown.")


# -- write -----------------------------------------------------------------------------------------

Strength = Literal["strong", "clear", "weak"]
Origin = Literal["quoted", "computed", "model", "person"]


class Evidence(Frozen):
    """A verbatim passage and its place: `cell[start:end] == quote`, always."""

    source: str
    row: int = Field(description="Data row in that source, from 1.")
    line: int = Field(description="Physical line in the original file.")
    column: str
    start: int = Field(description="Characters (code points) from the cell's start.")
    end: int
    quote: str
    strength: Strength = "strong"
    score: float = Field(default=1.0, description="How closely the words match the statement, 0 to 1.")
    counted: bool = Field(default=True, description="False: related only, not part of the support.")


class Statement(Frozen):
    """One claim of a persona, with the passages that carry it."""

    id: str = Field(description="Stable within a result: persona number, kind, number.")
    kind: StatementKind
    text: str
    origin: Origin
    strength: Strength
    support: int = Field(description="People of the segment who say this: a floor, counted over all rows.")
    base: int = Field(description="People of the segment who answered this kind of question.")
    mentions: int | None = Field(default=None, description="People who touch the topic without saying this.")
    topic: str | None = None
    note: str = Field(description='The count in words: "22 of 152 say this".')
    evidence: tuple[Evidence, ...] = Field(description="Strongest first; at most 50, the counts cover all.")
    confirmed: bool | None = Field(default=None, description="What a second look said; None: nobody looked again.")


class Fact(Frozen):
    """A computed number about a segment, beside everyone's."""

    kind: Literal["share", "number", "rating"]
    column: str
    label: str = Field(description='In words: "Uses paper or a whiteboard".')
    value: str = Field(description='For people: "62 %", "3 of 9 people", "34–46, half of them".')
    everyone: str = Field(description='The same for all respondents: "34 %".')
    comparison: str = Field(description='"1.8× average", "16 points more than everyone", or "".')
    direction: Literal["more", "less", "same"]
    option: str | None = None
    count: int | None = None
    base: int
    share: float | None = None
    everyone_share: float | None = None
    mean: float | None = None
    everyone_mean: float | None = None
    quartiles: tuple[float, float, float] | None = None


class Dropped(Frozen):
    """A sentence that a model wrote and the data does not support; kept apart, for whoever wants to look."""

    kind: StatementKind | Literal["tagline", "summary"]
    text: str
    reason: Literal["uncited", "unsupported", "altered", "number", "negation", "rejected"]


class Usage(Frozen):
    """What was asked of a provider, and what it cost."""

    requests: int = Field(default=0, description="Answers that were paid for.")
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = Field(default=0.0, description="None: the price is unknown.")
    cached: int = Field(default=0, description="Answers that were known already, and cost nothing.")

    def __add__(self, other: Usage) -> Usage:
        costs = (self.cost_usd, other.cost_usd)
        return Usage(
            requests=self.requests + other.requests,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cost_usd=None if costs[0] is None or costs[1] is None else costs[0] + costs[1],
            cached=self.cached + other.cached,
        )


class Persona(ShownAsHtml, ShownAsMarkdown, Frozen):
    """The portrait of one segment. Name and portrait are invented and say so."""

    index: int = Field(description="From 1; the number of its segment.")
    name: str
    tagline: str
    summary: str
    size: int
    share: float
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Evidence, ...] = Field(description="Two or three passages that let the person speak.")
    warnings: tuple[str, ...] = ()
    phrased: tuple[Literal["tagline", "summary"], ...] = Field(default=(), description="What a model put into words.")
    dropped: tuple[Dropped, ...] = Field(default=(), description="What a model wrote without support.")
    usage: Usage | None = Field(default=None, description="What writing this persona took; None: no model did.")


# -- check -----------------------------------------------------------------------------------------


class Quality(Frozen):
    """How far the result can be trusted; every number is computed after writing."""

    statements: int
    with_quotes: int
    weak: int = Field(description="Statements that one person carries, or whose words match weakly.")
    dropped: int = Field(description="Statements removed: not supported, or their evidence could not be found again.")
    quotes: int
    verbatim: float = Field(description="Share of quotes found character for character in the stored data.")
    people_quoted: int
    fit_well: float = Field(description="Share of people who fit one persona clearly.")
    between: int
    distinctiveness: float = Field(description="1 − mean cosine similarity between the personas' quoted words.")


class Estimate(Frozen):
    """What a run will take, before it starts."""

    seconds_low: float
    seconds_high: float
    cost_usd: float | None = Field(description="What is likely; 0 where nothing is paid, None: the price is unknown.")
    cost_low: float | None = None
    cost_high: float | None = Field(default=None, description="With every retry; a budget of so much is enough.")
    tokens: int = Field(description="What is likely, sent and received together.")
    tokens_high: int = 0
    requests: int = Field(default=0, description="Calls, if no answer has to be asked for again.")
    leaves: tuple[str, ...] = Field(default=(), description="What would be sent to a provider.")
    stays: tuple[str, ...] = ()


class GenerationResult(ShownAsHtml, Frozen):
    """Everything one run found. The same data and settings give the same bytes (built-in writer)."""

    schema_version: Literal["1"] = "1"
    library_version: str
    experiment: str
    config: PersonaConfig
    rows: int
    sources: tuple[SourceReport, ...]
    columns: tuple[Column, ...]
    segmentation: SegmentationSummary
    personas: tuple[Persona, ...]
    quality: Quality
    usage: Usage = Usage()
    warnings: tuple[str, ...] = ()


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        return old_name(__name__, name)
