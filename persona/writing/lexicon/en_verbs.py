"""English verbs as they stand behind "I" and "to"."""

from __future__ import annotations

VERBS = (
    "accept achieve act add agree allow answer appear apply ask avoid be become begin believe break bring build buy"
    " call cancel care carry catch change check choose chose clean close collect combine come compare connect copy"
    " cost could cover create cut decide deliver depend did discover do draw drive eat edit end enjoy explain"
    " export fall feel fill find finish fit fix follow forget gave get give go grow happen has hate have hear help"
    " hide hold hope import improve include install interrupt join keep know lack learn leave let like link listen"
    " live log look lose love made make manage mean meet merge mind miss move must need notice offer open order"
    " organise organize own pay pick plan play post prefer prepare prevent print produce protect prove provide pull"
    " push put raise ran read receive recommend record reduce rely remember remind remove repeat replace report"
    " require reuse run save say search see seem sell send serve set share ship show sit sketch sort speak spend"
    " spent split stand start stay stop store study suggest support swap switch take talk teach tell test think"
    " took track train trust try turn type understand update upload use used value visit wait walk want was watch"
    " wear went win wish wonder work worry would write wrote"
)
