"""One column by itself, beside open answers: what kind of question it is, and whether it forms groups."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, notes, read

# Heading ~ cells (repeated for 60 people; {n} counts them) ~ kind ~ use.
COLUMNS = """
Respondent ID ~ R_{n}8Ab ~ identifier ~ none
respondent_id ~ {n} ~ identifier ~ none
No ~ {n} ~ identifier ~ none
uuid ~ 3f2504e0-4f89-11d3-9a0c-0305e82c{n:04} ~ identifier ~ none
Voucher ~ X7{n}K9 ~ identifier ~ none
Kundennummer ~ 10{n:04} ~ identifier ~ none
StartDate ~ 2024-03-{d:02} 10:11:12 ~ administration ~ none
Horodateur ~ {d:02}/03/2024 10:11:12 ~ administration ~ none
タイムスタンプ ~ 2024/03/{d:02} 10:11:12 ~ administration ~ none
Duration (in seconds) ~ {n}34 ~ administration ~ none
Progress ~ 100 ~ administration ~ none
UserLanguage ~ EN; DE; FR ~ administration ~ none
Browser ~ Chrome; Firefox ~ administration ~ none
Interviewer ~ Kim; Jo; Sam ~ administration ~ none
utm_source ~ mail; web ~ administration ~ none
Collector ID ~ 4711 ~ administration ~ none
IP Address ~ 10.0.{n}.1 ~ personal_data ~ none
Email ~ person{n}@example.com ~ personal_data ~ none
Contact ~ person{n}@example.com ~ personal_data ~ none
Phone ~ +49 170 12345{n:02} ~ personal_data ~ none
First name ~ Ann; Ben; Cas; Dee; Eli; Fay; Gus; Hal; Ida; Jon; Kay; Lea; Max; Ned; Ola; Pia; Rob ~ personal_data ~ none
Straße ~ Hauptstraße {n} ~ personal_data ~ none
weight ~ 0.8; 1.2; 0.95; 1.05; 1.31 ~ weight ~ none
Gewicht ~ 0,8; 1,2; 0,95; 1,05; 1,31 ~ weight ~ none
wt_final ~ 0.8; 1.2; 0.95; 1.05; 1.31 ~ weight ~ none
Your weight in kg ~ 61; 72; 58; 90; 77; 84 ~ number ~ basis
Weight (kg) ~ 61; 72; 58; 90; 77; 84 ~ number ~ basis
Gewicht ~ 61; 72; 58; 90; 77; 84 ~ number ~ basis
Age ~ 23; 31; 45; 52; 38; 67 ~ number ~ describe
Alter ~ 23; 31; 45; 52; 38; 67 ~ number ~ describe
How old are you? ~ 23; 31; 45; 52; 38; 67 ~ number ~ describe
年齢 ~ 23歳; 31歳; 45歳; 52歳 ~ number ~ describe
Age group ~ 18-24; 25-34; 35-44; 45+ ~ single_choice ~ describe
Gender ~ Male; Female; Other ~ single_choice ~ describe
Geschlecht ~ männlich; weiblich; divers ~ single_choice ~ describe
性別 ~ 男性; 女性 ~ single_choice ~ describe
Country ~ NA; DE; FR; UK ~ single_choice ~ describe
PLZ ~ 10115; 80331; 50667; 20095; 01067 ~ single_choice ~ describe
Income ~ 1.200; 2.500; 900; 3.100; 1.850 ~ number ~ describe
Household income ~ under 1,000; 1,000-2,000; over 2,000 ~ single_choice ~ describe
Wave ~ 1; 2; 3 ~ single_choice ~ describe
Store ~ North; South; East ~ single_choice ~ describe
Assignee ~ Kim; Jo; Sam ~ single_choice ~ describe
Do you cook? ~ Yes; No ~ single_choice ~ basis
Kochen Sie? ~ ja; nein; weiß nicht ~ single_choice ~ basis
What is your favourite colour? ~ Red; Green; Blue; Red ~ single_choice ~ basis
Which brand did you buy last? ~ Alpha; Beta; Gamma; Delta ~ single_choice ~ basis
How do you travel? ~ Bus; Car; Bike; On foot ~ single_choice ~ basis
When did you last visit? ~ 0-6 months ago; 7-12 months ago; Longer ago; Never ~ single_choice ~ basis
How many work here? ~ 1-5 employees; 6-10 employees; 11+ employees ~ single_choice ~ basis
Which tools do you use? ~ Slack;Teams|Teams;Zoom|Slack|Zoom;Slack ~ multiple_choice ~ basis
Which tools? (tick all) ~ ["Slack","Teams"]|["Teams"]|["Zoom","Slack"] ~ multiple_choice ~ basis
使うもの（複数回答可） ~ ペン、紙|紙|ペン、電話|電話、紙 ~ multiple_choice ~ basis
How satisfied are you? ~ 1; 2; 3; 4; 5 ~ rating ~ basis
How satisfied are you? ~ Very satisfied; Satisfied; Neutral; Dissatisfied ~ rating ~ basis
NPS ~ 0; 3; 7; 8; 9; 10 ~ rating ~ basis
Rating ~ ★★★★★; ★★★; ★; ★★ ~ rating ~ basis
Rating ~ 4/5; 3/5; 5/5; 1/5 ~ rating ~ basis
Mood ~ 😀; 😐; 😞 ~ rating ~ basis
How often do you cook? ~ Never; Sometimes; Often; Always ~ rating ~ basis
Combien de fois ? ~ Jamais; Une fois par mois; Une fois par semaine; Tous les jours ~ rating ~ basis
How many pets do you have? ~ 0; 1; 2; 3; 7 ~ number ~ basis
Hours online per day ~ 1.5; 2; 3.25; 8; 6 ~ number ~ basis
Height ~ 1.80 m; 1.75 m; 1,62 m; 1.91 m ~ number ~ basis
Spend per month ~ €30; €45.50; €120; €8 ~ number ~ basis
Walk to work ~ 12 min; 25 min; 8 min; 40min ~ number ~ basis
Date of visit ~ 2024-03-05; 2024-04-11; 2024-05-20; 2024-06-01 ~ date ~ describe
Letzter Besuch ~ 05.03.2024; 11.04.2024; 20.05.2024 ~ date ~ describe
最終来店日 ~ 2024年3月5日; 2024年4月11日; 2024年5月20日 ~ date ~ describe
Last purchase ~ 24-03-05; 24-03-11; 24-03-20; 24-03-28 ~ date ~ describe
Why? ~ Because number {n} was nice to me and quick ~ open_answer ~ basis
What should change? ~ The {n}. thing is too slow ~ open_answer ~ basis
何が良かったですか？ ~ {n}番の店員が親切でした ~ open_answer ~ basis
review_text ~ It broke after {n} days of use ~ open_answer ~ basis
Empty ~  ~ unused ~ none
Answer ~ [REDACTED] ~ open_answer ~ none
Same for all ~ yes ~ single_choice ~ none
"""


@pytest.mark.parametrize("line", COLUMNS.strip().splitlines())
def test_kind_and_use_of_a_column(line: str) -> None:
    heading, given, kind, use = (part.strip() for part in line.split("~"))
    texts = [text.strip() for text in given.split("|" if "|" in given else "; ")]
    filled = [text.format(n=at, d=1 + at % 28) if "{" in text else text for at, text in enumerate(cells(*texts), 1)]
    found = read(columns(**{heading: filled, "note": notes(), "more": notes()}))

    assert (found.questions[0].kind, found.questions[0].use, found.questions[0].names) == (kind, use, (heading,))
