"""Names of months and weekdays in 23 languages, as people and tools write them in dates.

From the Unicode CLDR (wide and abbreviated forms), with a few spellings of Austria and of older tools added.
"""

from __future__ import annotations

from types import MappingProxyType

# One month a block, from January on.
_MONTHS = """
january jan januar janvier janv enero ene janeiro gennaio gen januari tammikuuta tammi tammikuu stycznia sty
styczeń ledna led leden ocak oca января янв январь січня січ січень január ianuarie ian ιανουαρίου ιαν
ιανουάριοσ gener يناير ינואר ינו jän jänner

february feb februar février févr febrero fevereiro fev febbraio februari helmikuuta helmi helmikuu lutego lut
luty února úno únor şubat şub февраля февр февраль лютого лют лютий február febr februarie φεβρουαρίου φεβ
φεβρουάριοσ febrer فبراير פברואר פבר fév fevr feber

march mar märz mär mars marzo março maart mrt marts maaliskuuta maalis maaliskuu marca marzec března bře
březen mart марта мар март березня бер березень március márc martie μαρτίου μαρ μάρτιοσ μάρ març maret مارس
מרץ mrz

april apr avril avr abril abr aprile huhtikuuta huhti huhtikuu kwietnia kwi kwiecień dubna dub duben nisan nis
апреля апр апрель квітня квіт квітень április ápr aprilie απριλίου απρ απρίλιοσ أبريل אפריל אפר

may mai mayo maio maggio mag mei maj toukokuuta touko toukokuu maja května kvě květen mayıs мая май травня
трав травень május máj μαΐου μαΐ μάιοσ μάι maig مايو מאי

june jun juni juin junio junho giugno giu kesäkuuta kesä kesäkuu czerwca cze czerwiec června čvn červen
haziran haz июня июн июнь червня черв червень június jún iunie iun ιουνίου ιουν ιούνιοσ ιούν juny يونيو יוני

july jul juli juillet juil julio julho luglio lug heinäkuuta heinä heinäkuu lipca lip lipiec července čvc
červenec temmuz tem июля июл июль липня лип липень július júl iulie iul ιουλίου ιουλ ιούλιοσ ιούλ juliol يوليو
יולי

august aug août agosto ago augustus augusti elokuuta elo elokuu sierpnia sie sierpień srpna srp srpen ağustos
ağu августа авг август серпня серп серпень augusztus αυγούστου αυγ αύγουστοσ αύγ agost ag agustus agu أغسطس
אוגוסט אוג aou

september sep sept septembre septiembre setembro set settembre syyskuuta syys syyskuu września wrz wrzesień
září zář eylül eyl сентября сент сентябрь вересня вер вересень szeptember szept septembrie σεπτεμβρίου σεπ
σεπτέμβριοσ setembre سبتمبر ספטמבר ספט

october oct oktober okt octobre octubre outubro out ottobre ott lokakuuta loka lokakuu października paź
październik října říj říjen ekim eki октября окт октябрь жовтня жовт жовтень október octombrie οκτωβρίου οκτ
οκτώβριοσ أكتوبر אוקטובר אוק

november nov novembre noviembre novembro marraskuuta marras marraskuu listopada lis listopad listopadu kasım
kas ноября нояб ноябрь листопада лист листопад noiembrie νοεμβρίου νοε νοέμβριοσ νοέ نوفمبر נובמבר נוב

december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des joulukuuta joulu joulukuu
grudnia gru grudzień prosince pro prosinec aralık ara декабря дек декабрь грудня груд грудень decembrie
δεκεμβρίου δεκ δεκέμβριοσ desembre ديسمبر דצמבר דצמ
"""
_WEEKDAYS = """
cmt cs csütörtök cum cuma cumartesi czw czwartek dc dg di dienstag dijous dilluns dim dimanche dimarts
dimecres dinsdag dissabte diumenge divendres dj dl do dom domenica domingo donderdag donnerstag ds dt dum
duminică dv fr fre fredag freitag fri friday gio giovedì hétfő jeu jeudi joi jue jueves jum jumat kam kamis ke
kedd keskiviikko keskiviikkona la lauantai lauantaina lun lundi lunedì lunes luni lör lördag lør lørdag ma
maanantai maanantaina maandag man mandag mardi martedì martes marți mer mercoledì mercredi mi mie miercuri min
minggu mittwoch mié miércoles mo mon monday montag mån måndag ne neděle niedz niedziela ons onsdag paz pazar
pazartesi pe per perjantai perjantaina perşembe piątek po pon pondělí poniedziałek pt pzt pá pátek péntek qua
quarta-feira qui quinta-feira rab rabu sa sab sabato sabtu sal salı sam samedi samstag sat saturday seg
segunda-feira sel selasa sen senin sex sexta-feira so sob sobota sonntag st středa su sun sunday sunnuntai sze
szerda szo szombat sáb sábado sâm sâmbătă sön söndag søn søndag ter terça-feira thu thursday ti tiistai
tiistaina tir tirs tirsdag tis tisdag to tor tors torsdag torstai torstaina tue tuesday vasárnap ven vendredi
venerdì vie viernes vin vineri vr vrijdag wed wednesday wo woensdag wt wtorek za zaterdag zo zondag çar
çarşamba út úterý čt čtvrtek śr środa δευ δευτέρα κυρ κυριακή πέμ πέμπτη παρ παρασκευή σάβ σάββατο τετ τετάρτη
τρί τρίτη воскресенье вс вт вторник вівторок нд неділя пʼятниця пн понедельник понеділок пт пятница сб середа
ср среда суббота субота четвер четверг чт שבת الأحد الأربعاء الاثنين الثلاثاء الجمعة الخميس السبت
"""

MONTHS = MappingProxyType(
    {word: month for month, words in enumerate(_MONTHS.split("\n\n"), start=1) for word in words.split()}
)
WEEKDAYS = frozenset(_WEEKDAYS.split())
