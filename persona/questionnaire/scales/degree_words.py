"""Words that give an answer its place on a scale, in thirty languages, three of them without blanks.

Written by hand from the answer scales that survey tools and handbooks offer (Likert, verbal frequency, satisfaction,
quality, likelihood; English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish,
Norwegian, Finnish, Swahili, Persian, Polish, Czech, Slovak, Croatian, Serbian, Bulgarian, Ukrainian, Russian, Romanian,
Hungarian, Greek, Turkish, Hebrew, Arabic, Hindi, Vietnamese, Indonesian, Thai, Korean, Japanese, Chinese).
Only the words that turn an answer up or down are listed: what it speaks of is found in the answers themselves.
"""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from persona.questionnaire.values.cells import spelling_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(Enum):
    """What a word does to an answer."""

    DEGREE = "degree"  # how much: "very"; turned round by a negation
    NOT = "not"  # turns the rest round, with its own strength: "not at all"
    POLE = "pole"  # a side of its own: "agree" 0.7, "terrible" -1
    AMOUNT = "amount"  # a place between none (0) and all (1): "never", "most of"
    MIDDLE = "middle"


class Degree(NamedTuple):
    role: Role
    value: float


# value: words of that value. A negation's value is its place, other places follow from all words of an answer.
_DEGREES = """
1: severe | extremely | completely | totally | absolutely | entirely | fully | strongly | definitely | highly
1: exceptionally | far too | too | the most | most | extensive | utterly | wholly | perfectly
1: genau | äußerst | vollständig | völlig | voll und ganz | voll | vollkommen | ganz | absolut | extrem | total
1: hundertprozentig | uneingeschränkt | überaus | bestimmt | auf jeden fall | complete
1: extrêmement | tout à fait | entièrement | totalement | complètement | absolument | parfaitement | fortement
1: certainement
1: extremadamente | totalmente | completamente | muchísimo | absolutamente | plenamente | definitivamente
1: sumamente | fuertemente
1: extremamente | totalmente | completamente | plenamente | fortemente | inteiramente | definitivamente
1: estremamente | totalmente | completamente | del tutto | pienamente | assolutamente | moltissimo | fortemente
1: decisamente
1: helemaal | volledig | extreem | uiterst | zeer sterk | absoluut | totaal | volkomen | te | sterk | beslist
1: helt och hållet | helt | fullständigt | extremt | absolut | i högsta grad
1: 非常に | 極めて | 完全に | 強く | 大変 | 最も | 非常 | 完全 | 极其 | 十分 | 强烈
1: zdecydowanie | całkowicie | rozhodně | zcela | naprosto | полностью | совершенно | абсолютно | kesinlikle
1: tamamen | fuldstændig | fullstendig | täysin | بشدة | تماما
1: kabisa | کاملا
0.85: sana | خیلی | بسیار
0.85: bardzo | velmi | velice | очень | çok | meget | svært | veldig | erittäin | جدا | للغاية | 매우 | 아주 | far
0.45: raczej | trochę | częściowo | spíše | částečně | скорее | частично | отчасти | kısmen | biraz | litt | lidt
0.45: jokseenkin | إلى حد ما | نوعا ما | 다소 | 약간
0.9: a great deal | significantly | major | serious
0.85: very | very much | greatly | really | much | certainly | extra | considerably | highly
0.85: großes | große | großer | sehr | stark | sehr stark | besonders | wirklich
0.85: très | beaucoup | énormément | vraiment
0.85: muy | mucho | muito | bem | molto | tanto | zeer | heel | erg | veel | mycket | väldigt
0.85: とても | 大いに | 很 | 很多
0.75: a lot | mostly | largely | mainly | to a large extent | größtenteils | weitgehend | überwiegend
0.75: en grande partie | mayormente | em grande parte | in gran parte | grotendeels | till stor del | 大部分
0.65: quite | quite a bit | pretty | fairly | reasonably | good | ziemlich | recht | assez | bastante
0.65: melko | abbastanza | redelijk | tamelijk | vrij | best wel | ganska | かなり | 比较 | 較為
0.55: moderately | medium | mäßig | mittelmäßig | einigermaßen | moyennement | modérément | moderadamente
0.55: moderatamente | matig | gemiddeld | måttligt
0.45: rather | somewhat | probably | partly | partially | to some extent | some | tend to | inclined to
0.45: likely to | moderate
0.45: eher | etwas | teilweise | teils | wahrscheinlich | tendenziell
0.45: plutôt | partiellement | probablement | en partie
0.45: algo | parcialmente | probablemente | más bien | em parte | provavelmente | parzialmente | in parte
0.45: piuttosto | probabilmente
0.45: enigszins | gedeeltelijk | deels | eerder | waarschijnlijk | delvis | något | troligen | やや | まあ
0.45: どちらかといえば | どちらかというと | 有点 | 有些 | 部分
0.25: minor | mild | slightly | a little | a bit | a little bit | minimally | mildly | marginally | ein wenig
0.25: ein bisschen
0.25: geringfügig
0.25: un peu | légèrement | un poco | ligeramente | um pouco | ligeiramente | leggermente
0.25: un po' | een beetje | licht | lite | 少し | わずかに | 稍微 | 略
1: повністю | цілком | надзвичайно | לחלוטין | בהחלט | hoàn toàn | cực kỳ | पूरी तरह | पूर्णतः | बिल्कुल | απόλυτα
1: εξαιρετικά | πλήρως | teljesen | teljes mértékben | rendkívül | amat sangat | complet | изцяло | напълно | potpuno
1: u potpunosti | úplne | absolútne | πάρα πολύ
0.85: дуже | מאוד | במידה רבה | rất | बहुत | πολύ | nagyon | sangat | foarte | много | vrlo | veľmi
0.65: досить | די | khá | tương đối | काफी | αρκετά | elég | eléggé | meglehetősen | cukup | destul de | доста
0.65: prilično | dosť
0.45: скоріше | швидше | частково | במידה מסוימת | phần nào | कुछ हद तक | थोड़ा | κάπως | μάλλον | inkább | részben
0.45: valamennyire | agak | oarecum | mai degrabă | по-скоро | djelomično | skôr | čiastočne
"""
_NEGATIONS = """
-1: at all | not at all | not in the least | in no way | nothing | none at all | not even slightly | at all not
-1: gar nicht | überhaupt nicht | garnicht | in keinster weise | absolut nicht | keinesfalls | auf keinen fall
-1: pas du tout | aucunement | nullement | en absolu | nada | para nada | en absoluto | de jeito nenhum
-1: per niente | per nulla | affatto
-1: helemaal niet | totaal niet | absoluut niet | inte alls | 全く | まったく | 全然 | 完全不 | 一点也不
-1: 非常不 | 很不 | ei lainkaan | ei ollenkaan | slet ikke | overhovedet ikke | ikke i det hele tatt
-1: wcale nie | w ogóle nie | vůbec ne | совсем не | вовсе не | абсолютно не | hiç | على الإطلاق | 전혀
-0.7: not | no | isn't | don't | doesn't | nicht | kein | keine | pas | non | ne | no | não | niet | geen
-0.7: inte | ikke | nie | ne | не | غير | لا | 不 | ない | ありません | 没
-0.6: little or no | hardly any | very little | sehr wenig | très peu | muy poco | muito pouco
-0.6: pochissimo | heel weinig | nauwelijks
-0.35: not very | not so | not too | not that | not really | not particularly | not much | not especially
-0.35: nicht sehr | nicht so | nicht besonders | weniger | nicht wirklich | pas très | pas vraiment
-0.35: pas tellement | no muy | no mucho | não muito
-0.35: ikke særlig | ikke spesielt | ikke så | inte så | nie bardzo | niezbyt | не очень | не особо | ei kovin
-0.3: little | wenig | kaum | peu | poco | pouco | weinig
-0.35: non molto | niet erg | niet zo | niet echt | inte särskilt | あまり | 不太 | 不怎么 | 不是很
-1: зовсім не | взагалі не | כלל לא | בכלל לא | hoàn toàn không | बिल्कुल नहीं | καθόλου | egyáltalán nem
-1: إطلاقا | بتاتا
-1: sama sekali tidak | tidak sama sekali | deloc | изобщо не | uopće ne | uopšte ne | vôbec nie
-0.7: לא | không | नहीं | δεν | όχι | tidak
-1: vôbec | vůbec | зовсім | взагалі | совсем | вовсе
-0.35: kurang
-0.3: λίγο
"""
_POLES = """
1: too much | too many | too fast | too long | zu viel | zu schnell | zu lang | zu groß | zu hoch | zu leicht
1: trop | demasiado | troppo | te veel | expert | native | excellent | outstanding | superb | perfect
1: fantastic | amazing | critical | essential | vital | crucial | exceptional | best | love | delighted
1: certain | always true | brilliant
1: ausgezeichnet | hervorragend | exzellent | perfekt | unverzichtbar | excelente | exceptionnel | parfait
1: ممتاز | 훌륭함
1: indispensable | ottimo | eccellente | ótimo | uitstekend | utmärkt | 最高 | 優れている | 优秀
0.8: urgent | dringend | urgente | срочно | срочный | pilne | pilny | naléhavé | acil
0.7: موافق | راضية
0.8: brådskande | haster | kiireellinen
0.8: sürgős | mendesak | khẩn cấp | επείγον | דחוף | عاجل | 緊急 | 至急 | 紧急 | 긴급 | терміново | ด่วน | अत्यावश्यक
0.7: improved | advanced | proficient | fluent | favor | favour | agree | satisfied | important | likely | good | well
1: zdecydowanie tak | rozhodně ano | определенно да | определённо да | отлично | doskonały | výborně | mükemmel
0.7: zgadzam się | zadowolony | zadowolona | zadowoleni | dobry | dobra | dobrze | ważne | łatwo | tak
0.7: souhlasím | spokojen | spokojena | spokojený | dobře | dobrý | důležité | ano | согласен | согласна
0.7: доволен | довольна | удовлетворен | удовлетворена | хорошо | важно | легко | да | katılıyorum | memnunum
0.7: samaa mieltä | tyytyväinen | hyvä | hyvin | أوافق | راض | راضي | جيد | مهم | نعم | 만족 | 그렇다 | 중요 | 좋음
0.7: iyi | evet | enig | tilfreds | fornøyd | godt | vigtigt | viktig | let | lett
0.45: raczej tak | spíše ano | скорее да
0.7: positive | easy | yes | useful | helpful | confident | comfortable | favorable | favourable | favorably
0.5: above average
0.7: exceed expectations | exceeds expectations
0.7: favourably | high | fast | large | long | strong | happy | clear | relevant | true | willing | interested
0.7: familiar | more | increased | increase | better | acceptable | support | oppose not | like | easiest
0.7: warm | hot | heavy | many | expensive | simple | safe | pleased
0.7: gut | zufrieden | wichtig | wahrscheinlich ja | leicht | einfach | ja | hilfreich | hoch | schnell | groß
0.7: lang | mehr | besser | stimme zu | trifft zu | einverstanden
0.7: bon | bonne | bien | satisfait | satisfaite | d'accord | facile | oui | utile | élevé | rapide | mieux
0.7: davantage
0.7: bueno | buena | satisfecho | satisfecha | de acuerdo | fácil | sí | útil | alto | rápido | mejor | más
0.7: concordo | satisfeito | satisfeita | sim | bom | boa | melhor | mais
0.7: buono | buona | bene | d'accordo | soddisfatto | soddisfatta | facile | sì | utile | alto | veloce
0.7: meglio | più | eens | tevreden | goed | belangrijk | makkelijk | gemakkelijk | hoog | snel | meer | beter
0.7: bra | nöjd | håller med | instämmer | viktigt | ofta | 満足 | 満足している | 良い | よい | 好き | そう思う
0.7: 思う | 当てはまる | あてはまる | 同意 | 满意 | 滿意 | 好 | 重要 | 是 | はい | 高い | 简单 | 容易
0.6: voldoende
0.5: zufriedenstellend
0.5: decent | satisfying | befriedigend | satisfaisant | pasable | satisfatório | soddisfacente | bevredigend
-0.7: short of expectations
-0.5: below average | needs improvement | basic | ausreichend | insuffisant | regular malo | insufficiente
-0.5: onvoldoende
-0.7: against | worsened | declined | beginner | novice | disagree | dissatisfied | unsatisfied | unimportant
-0.7: unlikely | bad | poor | poorly
-1: zdecydowanie nie | rozhodně ne | instämmer inte alls | определенно нет | определённо нет | ужасно
-0.7: nie zgadzam się | się nie zgadzam | niezadowolony | niezadowolona | niezadowoleni | zły | zła | źle | nieważne
-0.7: trudno | nesouhlasím | nespokojen | nespokojena | nespokojený | špatně | špatný | nedůležité | не согласен
-0.7: не согласна | недоволен | недовольна | не доволен | не довольна | плохо | неважно | трудно | нет
-0.7: katılmıyorum | memnun değilim | kötü | hayır | uenig | utilfreds | misfornøyd | dårlig | uvigtigt | uviktig
-0.7: eri mieltä | tyytymätön | huono | huonosti | سيء | سيئ | 불만족 | 그렇지 않다 | 나쁨
-0.45: raczej nie | spíše ne | скорее нет
-0.7: negative | difficult | hard | useless | unhelpful | unfavorable | unfavourable | unfavorably
-0.7: unfavourably | low | slow | small | short | weak | unhappy | unclear | irrelevant | false | unwilling
-0.7: less | decreased | decrease | worse | oppose | dislike | cold | light | few | cheap | complex
-0.7: complicated | unsafe | hardest | uncomfortable | unacceptable | insecure | uncertain
-0.7: mangelhaft | schlecht | unzufrieden | unwichtig | unwahrscheinlich | schwer | schwierig | nein | niedrig
-0.7: langsam | klein | kurz | lehne | schlechter | trifft nicht zu | ablehnend
-0.7: mauvais | mauvaise | mal | insatisfait | insatisfaite | mécontent | en désaccord | désaccord | difficile
-0.7: faible | lent | pire | moins
-0.7: malo | mala | insatisfecho | insatisfecha | en desacuerdo | desacuerdo | difícil | bajo | lento | peor
-0.7: menos | discordo | insatisfeito | insatisfeita | ruim | mau | pior
-0.7: cattivo | cattiva | male | in disaccordo | disaccordo | insoddisfatto | insoddisfatta | scarso | basso
-0.7: peggio | meno | oneens | ontevreden | slecht | onbelangrijk | moeilijk | laag | langzaam | minder
-0.7: slechter
-0.7: dålig | dåligt | missnöjd | instämmer inte | oviktigt | 不満 | 不満である | 悪い | 嫌い | 不满 | 不满意
-0.7: 差 | 坏 | いいえ | 低い | 困难 | 难
-1: too little | too few | too slow | too short | not enough | zu wenig | zu langsam | zu kurz | zu klein
-1: zu niedrig | zu schwer | trop peu | demasiado poco | troppo poco | te weinig | terrible | horrible | awful
-1: abysmal | unacceptable quality | worst | hate | never true | dreadful | furious | ungenügend | miserabel
-1: furchtbar | affreux | pésimo | péssimo | pessimo | verschrikkelijk | 最悪
1: відмінно | מצוין | מצוינת | xuất sắc | उत्कृष्ट | άριστο | άριστη | kiváló | excelent | excelentă | izvrsno
1: odlično | výborne | มากที่สุด | เห็นด้วยอย่างยิ่ง | ดีมาก | พึงพอใจมากที่สุด | พอใจมากที่สุด
0.7: згоден | згодна | погоджуюся | задоволений | задоволена | довіряю | добре | важливо | так | מרוצה | מסכים | מסכימה
0.7: טוב | חשוב | כן | đồng ý | hài lòng | tốt | quan trọng | सहमत | संतुष्ट | अच्छा | महत्वपूर्ण | हाँ | συμφωνώ
0.7: ικανοποιημένος | ικανοποιημένη | καλό | καλή | σημαντικό | ναι | egyetértek | értek egyet | elégedett | jó | fontos
0.7: igen | setuju | puas | baik | penting | de acord | mulțumit | mulțumită | bună | съгласен | съгласна
0.7: slažem se | zadovoljan | zadovoljna | dobro | súhlasím | spokojný | spokojná | dobre | áno | มาก | เห็นด้วย | ดี
0.7: พอใจ | พึงพอใจ
0.7: موافقم | راضی | راضی هستم | خوب | زیاد | بله
-0.7: مخالف | مخالفم | ناراضی | ناراضی هستم | بد | ضعیف | کم | خیر
0.7: naridhika | nimeridhika | ninaridhika | nakubali | nakubaliana | ninakubali
0.7: vizuri | nzuri | muhimu | rahisi | ndiyo
-0.7: siridhiki | sijaridhika | sikubali | sikubaliani | sikubaliana | vibaya | mbaya | si muhimu | ngumu | hapana
0.85: พอใจมาก | พึงพอใจมาก
-0.7: незадоволений | незадоволена | погано | ні | רע | גרוע | kém | tệ | असहमत | असंतुष्ट | बुरा | खराब | διαφωνώ
-0.7: δυσαρεστημένος | δυσαρεστημένη | κακό | κακή | elégedetlen | nem értek egyet | rossz | buruk | nemulțumit
-0.7: nemulțumită | dezacord | rău | несъгласен | несъгласна | лошо | ne slažem se | nezadovoljan | nezadovoljna | loše
-0.7: nesúhlasím | nespokojný | nespokojná | น้อย | ไม่เห็นด้วย | ไม่พอใจ | แย่ | défavorable | desfavorable
-0.7: desfavorável | sfavorevole
-1: жахливо | น้อยที่สุด | ไม่เห็นด้วยอย่างยิ่ง | แย่มาก
"""
_AMOUNTS = """
0: never | none | none of | none of the time | at no time | nobody | no one | nie | niemals | keine von
0: nichts davon | jamais | aucun | nunca | ninguno | nenhum | mai | nessuno | nooit | geen van | aldrig
0: 一度もない | したことがない | 从不 | 从来没有 | 全くない
0: ei koskaan | أبدا | مطلقا | 전혀 없음 | 從不 | 從來沒有
0: nigdy | nikdy | никогда | hiçbir zaman | asla | aldri
0.08: prawie nigdy | téměř nikdy | почти никогда | neredeyse hiç | næsten aldrig | nesten aldri
0.2: harvoin | نادرا | 드물게 | poucas vezes | pocas veces | poche volte | peu souvent
0.2: rzadko | zřídka | málokdy | редко | nadiren | sjældent | sjelden
0.45: joskus | أحيانا | 가끔 | algumas vezes | alcune volte
0.45: czasami | czasem | někdy | иногда | bazen | nogle gange | noen ganger | af og til | av og til
0.7: często | často | часто | sık sık | ofte
0.7: usein | غالبا | 자주 | muchas veces | molte volte
0.92: prawie zawsze | téměř vždy | почти всегда | neredeyse her zaman | næsten altid | nesten alltid
1: aina | دائما | 항상
1: zawsze | vždy | всегда | her zaman | altid | alltid
0.08: almost never | hardly ever | nearly never | very rarely | very seldom | almost none | fast nie
0.08: so gut wie nie | sehr selten | presque jamais | très rarement | casi nunca | muy raramente | quase nunca
0.08: quasi mai | bijna nooit | zelden of nooit | nästan aldrig | ほとんどない | ほとんど | 几乎从不 | 几乎不
0.2: rarely | seldom | once in a while | infrequently | few | a few | a little of | selten | rarement
0.2: rara vez | raramente | raras vezes | raramente | di rado | zelden | sällan | めったにない | まれに | 很少
0.35: occasionally | from time to time | now and then | some of | some of the time | gelegentlich | ab und zu
0.35: hin und wieder | de temps en temps | occasionnellement | ocasionalmente | de vez en cuando
0.35: ocasionalmente | de vez em quando | occasionalmente | ogni tanto | af en toe | ibland då och då | たまに
0.35: 偶尔 | 偶爾
0.45: sometimes | about half the time | half of the time | half the time | about half | half | about half of
0.45: manchmal | parfois | quelquefois | a veces | algunas veces | às vezes | a volte | qualche volta
0.45: talvolta | soms | ibland | 時々 | ときどき | 有时 | 有時
0.75: very often | very frequently | sehr oft | sehr häufig | très souvent | muy a menudo | molto spesso | heel vaak
0.7: often | frequently | regularly | many | oft | häufig | regelmäßig | souvent | fréquemment | a menudo
0.7: frecuentemente | con frecuencia | frequentemente | muitas vezes | spesso | frequentemente | vaak
0.7: regelmatig | ofta | よく | しばしば | 经常 | 經常
0.8: usually | generally | most of | most of the time | meistens | meist | la plupart du temps | d'habitude
0.8: normalmente | generalmente | la mayoría de las veces | geralmente | di solito | meestal | oftast
0.8: たいてい | 通常
0.92: almost always | nearly always | almost all | nearly all | fast immer | so gut wie immer
0.92: presque toujours | casi siempre | quase sempre | quasi sempre | bijna altijd | nästan alltid | ほぼ毎回
0.92: 几乎总是
1: always | all | all of | all of the time | every time | constantly | immer | stets | jedes mal | toujours
1: à chaque fois | siempre | sempre | sempre | altijd | alltid | いつも | 必ず | 常に | 总是 | 總是
0: ніколи | אף פעם | לעולם לא | không bao giờ | कभी नहीं | ποτέ | soha | tidak pernah | niciodată | никога | nikad
0: nikada | ไม่เคย
0.2: рідко | לעיתים רחוקות | hiếm khi | शायद ही कभी | σπάνια | ritkán | jarang | rareori | рядко | rijetko | retko
0.2: zriedka | นานๆ ครั้ง
0.45: іноді | інколи | לפעמים | thỉnh thoảng | đôi khi | कभी-कभी | μερικές φορές | néha | kadang-kadang | uneori
0.45: понякога | ponekad | niekedy | บางครั้ง
0.7: לעיתים קרובות | thường xuyên | अक्सर | συχνά | gyakran | sering | adesea | често | često | บ่อยครั้ง | บ่อย
0: kamwe | hata kidogo | هرگز | هیچ وقت | هیچوقت
0.2: به ندرت | بندرت
0.45: گاهی | گاهی اوقات | بعضی اوقات
0.7: اغلب | بیشتر اوقات
1: همیشه
0.2: mara chache
0.45: mara nyingine | wakati mwingine
0.7: mara nyingi | mara kwa mara
1: kila mara | daima
1: завжди | תמיד | luôn luôn | हमेशा | πάντα | mindig | selalu | întotdeauna | винаги | uvijek | uvek | เสมอ
"""
_MIDDLES = """
wastani | sina uhakika | kawaida | بی نظر | بینظر | ممتنع | تا حدودی | نه موافق نه مخالف
nii ja naa | nei taip nei ne | ούτε ούτε | közömbös | כך וכך | neitrāli | neitrāls | neutraalne
might or might not | stayed the same | stayed same | intermediate | neutral | neither | nor | undecided
average | fair | ok | okay | so-so | mixed | middling | just right | about right | balanced | about the same
the same | same | equals expectations | meets expectations | no change
unchanged | maybe | perhaps | indifferent | no difference | both | in between | adequate
standard
teils/teils | teils teils | teils, teils | weder | noch | weder noch | mittel | mittelmäßig | neutral
unentschieden | genau richtig | vielleicht | durchschnittlich | gleich | unverändert
ni | neutre | moyen | moyenne | passable | correct | peut-être | indifférent | pareil
regular | neutro | neutral | indiferente | tal vez | quizás | igual | nem | talvez | né | neutrale | forse
medio | indifferente | uguale | discreto | sufficiente
ei samaa eikä eri mieltä | محايد | مقبول | متوسط | 보통
보통이다 | 보통임 | przeciętnie | przeciętny | przeciętna | przeciętne | нормально | нормальный | нормальная
nella media | mediocremente | gjennomsnittlig | genomsnittlig | keskinkertainen | durchwachsen | normal
neutraal | misschien | gemiddeld | varken | neutral | kanske | ok
ani tak ani nie | ani | średnio | trudno powiedzieć | ani ano ani ne | napůl | průměrně | и да и нет | нейтрально
средне | удовлетворительно | ne katılıyorum ne katılmıyorum | kararsızım | kararsız | orta | hverken eller | hverken
verken eller | verken | både og
どちらともいえない | どちらとも言えない | どちらでもない | 普通 | ふつう | 一般 | 中立 | 一般般 | 无所谓 | 还行
ні так ні ні | нейтрально | ניטרלי | בינוני | bình thường | trung lập | तटस्थ | सामान्य | ठीक-ठाक
μέτριο | μέτρια | ουδέτερο
ούτε συμφωνώ ούτε διαφωνώ | semleges | közepes | is-is | netral | biasa saja | neutru | неутрално | niti
neutralno | neutrálne | neutrální | neutralnie | neutraali | nøytral
ปานกลาง | พอใช้ | เฉยๆ | ไม่แน่ใจ
"""
_LINES = re.compile(r"^(-?[\d.]+): (.*)$", re.MULTILINE)


def _table() -> Mapping[str, Degree]:
    table: dict[str, Degree] = {}
    for role, text in ((Role.DEGREE, _DEGREES), (Role.POLE, _POLES), (Role.AMOUNT, _AMOUNTS), (Role.NOT, _NEGATIONS)):
        for value, words in _LINES.findall(text):
            table |= {spelling_key(word): Degree(role, float(value)) for word in words.split(" | ")}
    middles = (spelling_key(word) for line in _MIDDLES.strip().splitlines() for word in line.split(" | "))
    return MappingProxyType(table | {word: Degree(Role.MIDDLE, 0.0) for word in middles})


DEGREES = _table()
LONGEST_PHRASE = max(len(phrase.split()) for phrase in DEGREES)
NEGATING_PREFIXES = ("un", "dis", "in", "im", "ir", "il", "non-", "non", "on", "des", "dés", "o", "不", "非")
# Words between the others that say nothing about the place.
_FILLERS = """
does do did have has had was were can will would be been of the a an to it i me my we with for at in is are
am this that and or part way about on as by das der die ich es mir dem den von mit im und oder mich sich bin
ist auf de la le les du des je moi à au et ou il est suis c'est l' d' el los las lo yo mí y o en con estoy
un una os eu e com estou é um uma da dos no na gli io mi di sono ho mee het een ik er van met om ben zijn
jag är det ett och med stimme trifft zu ab stimmt się se jsem jestem я ya
"""
FILLERS = frozenset(_FILLERS.split())
