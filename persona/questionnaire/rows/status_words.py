"""What survey tools call the state of a row: names of their columns, and the words and codes in them."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.questionnaire.codes import ExcludedReason
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping

PREVIEW, TEST, SPAM = ExcludedReason.PREVIEW, ExcludedReason.TEST, ExcludedReason.SPAM
UNFINISHED, SCREENED_OUT = ExcludedReason.UNFINISHED, ExcludedReason.SCREENED_OUT


def bare(text: str) -> str:
    """Letters and digits only, in one case and without accents: `Distribution Channel` is `DistributionChannel`.

    >>> bare("Durée"), bare("Is test_data?")
    ('duree', 'istestdata')
    """
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in text if letter.isalnum())


def _words(text: str) -> frozenset[str]:
    return frozenset(map(bare, text.split()))


STATUS_NAMES = _words(
    "status responsetype responsestatus submissionstatus completionstatus surveystatus interviewstatus"
    " distributionchannel recordtype type typ rowtype entrytype"
    " datatype kind art respstatus mode interviewmode antworttyp antwortstatus statut estado stato state completion"
)
NAMES_A_STATE = _words(
    "status statut stato state estado situação zustand stan stav tila tilstand toestand статус состояние статуса"
    " 状態 ステータス 状态 狀態 상태 الحالة حالة"
    " durum durumu κατάσταση סטטוס trạng สถานะ állapot státusz stare стан स्थिति"
)
"""Words one of which is in the name of such a column; what stands in it must be states all the same."""
TEST_FLAGS = _words(
    "istestdata istest test testdata testresponse istestresponse tester testmode pretest ispreview preview"
)
FINISHED_FLAGS = _words(
    "finished isfinished completed iscompleted complete iscomplete surveycompleted surveyfinished beendet abgeschlossen"
    " vollstandig termine complet finalizado completado completato voltooid submitted issubmitted"
)
ENDS_IN_STATE = ("status", "zustand", "statut", "статус", "状态", "狀態", "상태")
"""How names of such columns end in one word: "Teilnahmestatus"."""
DISPOSITION = _words("dispcode dispositionscode disposition dispositioncode endcode resultcode rstatus")
"""Names above codes for how an interview ended."""
SUBMITTED_AT = _words(
    "submitdate datesubmitted submittedat submissiondate completedat datumabgeschickt datumabgeschlossen"
    " abgeschlossenam datedesoumission fechadeenvio dataenvio datumverzonden"
)
PROGRESS = _words("progress percentcomplete percentagecomplete completionpercentage fortschritt progression progreso")
LAST_PAGE = _words("lastpage lastpageseen letzteseite zuletztgeseheneseite dernierepage ultimapagina")

TURNED_AWAY = _words(
    "disqualified disqualify dq terminated terminate screened screenedout screenout screeningout overquota overfull"
    " quotafull quotasfull quotaexceeded quotareached quotamet quotaout notqualified unqualified notquali ineligible"
    " noteligible outoftarget quotavoll quotevoll quotenvoll quoteerreicht quoteuberschritten ausgescreent"
    " ausgescreened abgewiesen disqualifiziert nichtgeeignet nichtqualifiziert disqualifie disqualifiee horsquota"
    " quotaatteint quotasatteints quotaplein nonqualifie descalificado descalificada cuotallena cuotacompleta"
    " fueradecuota fueradelperfil nocalifica desqualificado desqualificada cotacheia cotaexcedida foradacota"
    " foradoperfil squalificato quotapiena fuoriquota fuoritarget uitgescreend quotumvol quotavol gediskwalificeerd"
    " bortscreenad kvotfull kvotenfull frascreenet screenetud kvotefuld kvotefull zdyskwalifikowany"
    " zdyskwalifikowana pelnakwota kwotawyczerpana pozakwota diskvalifikovan plnakvota vyrazen дисквалифицирован"
    " отсеян отсеяна скрининг квотазакрыта квотазаполнена внеквоты elendi kotadolu kotadışı スクリーンアウト 対象外"
    " 割付超過 クォータオーバー 甄别 被甄别 甄别掉 配额已满 配额满 超配额 不合格 스크린아웃 쿼터초과 쿼터마감 부적격"
)
"""The survey let them no further, for it did not want them: no people of this study."""
_OF_A_SCREENING = ("screen", "quota", "disqual", "quote", "kvot", "kwot", "cuota", "cota", "甄别", "スクリーン", "쿼터")
SCREEN_FLAGS = frozenset(word for word in TURNED_AWAY if any(part in word for part in _OF_A_SCREENING))
"""Those that name a column of its own, of yes and no: "Quota full"."""
_BY_REASON: Mapping[ExcludedReason, frozenset[str]] = MappingProxyType(
    {
        PREVIEW: _words(
            "surveypreview preview offlinesurveypreview surveypreviewspam vorschau apercu vistaprevia anteprima"
        ),
        TEST: _words(
            "surveytest test tests pretest testresponse testdata testantwort debug admin prueba teste prova essai"
            " testowa testowy testowe proba тест тестовый тестовая テスト 测试 測試 테스트 اختبار"
            " deneme teszt δοκιμή בדיקה thửnghiệm ทดสอบ ujicoba"
        ),
        SPAM: _words("spam importedspam exspam offlinespam"),
        SCREENED_OUT: TURNED_AWAY,
        UNFINISHED: _words(
            "partial partiallycompleted incomplete inprogress notcompleted notcomplete unfinished notfinished started"
            " abandoned dropout dropoff unvollstandig teilweise abgebrochen nichtbeendet partiel partielle incomplet"
            " parcial incompleta incompleto incompleet parziale"
            " draft gedeeltelijk onvolledig afgebroken delvis ofullstandig avbruten"
            " czesciowa czesciowe czesciowo nieukonczona niedokonczona niedokonczone przerwana incompleta inacabada"
            " inacabado interrompida interrotta interrotto incompiuta inacheve inachevee interrompue neuplna"
            " keskenerainen частично незавершено незавершен прервано неполный неполная 途中 未完了 回答途中 未完成"
            " 부분 미완료 غيرمكتمل جزئي"
            " tamamlanmadı yarım yarıdakaldı félbehagyott befejezetlen részleges ημιτελής ημιτελές חלקי"
            " לאהושלם chưahoànthành ไม่สมบูรณ์ ยังไม่เสร็จ belumselesai tidaklengkap neterminat parțial"
        ),
    }
)
FINE = _words(
    "complete completed ipaddress imported anonymous email link finished offlineresponse ex qr qrcode social web sms gl"
    " interview personal submitted approved vollstandig abgeschlossen abgesendet beendet complet complete completo"
    " completa terminee finalizada synthetic offline online live real production prod echt echtdaten final reel"
    " concluida concluido completada completado completata completato terminata finalizado voltooid volledig slutford"
    " klar fullstandig fuldfort ukonczona ukonczone zakonczona zakonczone kompletna pelna dokoncena valmis завершено"
    " завершен завершена полный полная полностью 完了 回答完了 已完成 完成 완료 مكتمل"
    " tamamlandı bitti befejezett kész teljes ολοκληρώθηκε הושלם hoànthành đãhoànthành เสร็จสิ้น สมบูรณ์"
    " selesai lengkap finalizat"
)
STATES: Mapping[str, ExcludedReason | None] = MappingProxyType(
    dict.fromkeys(FINE) | {word: reason for reason, words in _BY_REASON.items() for word in words}
)
"""Each known state of a row, with the reason for which it is no respondent; None where it is one."""

QUALTRICS = _words("recordeddate responseid finished distributionchannel ipaddress")
QUALTRICS_CODES: Mapping[str, ExcludedReason | None] = MappingProxyType(
    {"0": None, "1": PREVIEW, "2": TEST, "4": None, "8": SPAM, "9": PREVIEW, "12": SPAM}
    | {"16": None, "17": PREVIEW, "32": None, "40": SPAM, "48": None}
)
"""The codes of its column `Status`, where answers were exported as numbers."""

YES_CELLS = _words("1 true wahr vrai verdadero verdadeiro vero x") | {bare(word) for word in YES}
NO_CELLS = _words("0 false falsch faux falso") | {bare(word) for word in NO}
RESPONSE_IDS = _words(
    "responseid respondentid antwortid uuid instanceid submissionid recordid responsenumber responseuuid idreponse"
    " idderespuesta iddelarespuesta submissionuuid metainstanceid resultid"
)
"""Names of what a tool gives to each filled-in questionnaire; a person may have several, but no two have one."""
