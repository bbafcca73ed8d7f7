"""The kinds of slides.  `ALL` is the list: one module a kind, one line here."""

from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.kinds.audio import Audio
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Bullets
from deckbuild.kinds.chart import Chart
from deckbuild.kinds.code import Code
from deckbuild.kinds.columns import Columns
from deckbuild.kinds.diagram import Diagram
from deckbuild.kinds.generated import Generated
from deckbuild.kinds.groups import Groups
from deckbuild.kinds.image import Image
from deckbuild.kinds.math import Math
from deckbuild.kinds.matrix import Matrix
from deckbuild.kinds.placeholders import Placeholders
from deckbuild.kinds.qr import Qr
from deckbuild.kinds.question import Question
from deckbuild.kinds.quote import Quote
from deckbuild.kinds.steps import Steps
from deckbuild.kinds.table import Table
from deckbuild.kinds.text import Text
from deckbuild.kinds.timeline import Timeline
from deckbuild.kinds.video import Video

ALL: tuple[type[Body], ...] = (
    Bullets,
    Text,
    Groups,
    Columns,
    Table,
    Chart,
    Code,
    Math,
    Image,
    Video,
    Audio,
    Steps,
    Timeline,
    Diagram,
    Matrix,
    Qr,
    Quote,
    Question,
    ActivitySlide,
    CaseSlide,
    Placeholders,
    Generated,
)
