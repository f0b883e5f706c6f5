"""A small graph: a call, a meeting announced and then held, a trip that is planned, a refused call."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

TRIG = """
@prefix kg: <https://w3id.org/contact-kg/ontology#> .
@prefix act: <https://w3id.org/contact-kg/actor/> .
@prefix con: <https://w3id.org/contact-kg/contact/> .
@prefix rep: <https://w3id.org/contact-kg/report/> .
@prefix nam: <https://w3id.org/contact-kg/named/> .
@prefix art: <https://w3id.org/contact-kg/article/> .
@prefix outlet: <https://w3id.org/contact-kg/outlet/> .
@prefix g: <https://w3id.org/contact-kg/graph/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

g:known {
  act:fidan a kg:Person ; rdfs:label "Hakan Fidan" .
  act:araghchi a kg:Person ; rdfs:label "Abbas Araghchi" ; skos:altLabel "Abbas Araqchi" .
  act:lavrov a kg:Person ; rdfs:label "Sergey Lavrov" .
}
art:1 {
  art:1 a kg:Article ; schema:datePublished "2024-11-30"^^xsd:date ; schema:publisher outlet:anka .
  nam:1-f a kg:NamedActor ; kg:inArticle art:1 ; kg:name "Hakan Fidan" .
  nam:1-l a kg:NamedActor ; kg:inArticle art:1 ; kg:name "Sergey Lavrov" .
  nam:1-a a kg:NamedActor ; kg:inArticle art:1 ; kg:name "Abbas Araghchi" .
  rep:1-call a kg:Report ; kg:inArticle art:1 ; kg:reportedStatus kg:occurred ;
      kg:quote "Fidan rang Lavrov about the ceasefire" .
  rep:1-plan a kg:Report ; kg:inArticle art:1 ; kg:reportedStatus kg:planned ;
      kg:quote "Araghchi will meet Fidan on Monday" .
  rep:1-trip a kg:Report ; kg:inArticle art:1 ; kg:reportedStatus kg:planned ;
      kg:quote "Lavrov is to see Araghchi on 5 December" .
}
art:2 {
  art:2 a kg:Article ; schema:datePublished "2024-12-02"^^xsd:date ; schema:publisher outlet:tehran-wire .
  nam:2-a a kg:NamedActor ; kg:inArticle art:2 ; kg:name "Abbas Araqchi" .
  rep:2-met a kg:Report ; kg:inArticle art:2 ; kg:reportedStatus kg:occurred ;
      kg:quote "Araqchi met Fidan in Ankara" .
  rep:2-no a kg:Report ; kg:inArticle art:2 ; kg:reportedStatus kg:refused ; kg:claimedBy "A diplomat" ;
      kg:quote "Lavrov did not pick up when Araqchi rang" .
}
g:identity {
  nam:1-f kg:denotes act:fidan . nam:1-l kg:denotes act:lavrov . nam:1-a kg:denotes act:araghchi .
  nam:2-a kg:denotes act:araghchi ; kg:because "same country, one letter apart" .
}
g:contacts {
  con:1-call a kg:Contact, kg:PhoneCall ; rdfs:label "Hakan Fidan called Sergey Lavrov" ;
      kg:relation kg:called ; kg:status kg:occurred ; kg:sources 1 ; kg:reportedIn rep:1-call ;
      kg:involves act:fidan, act:lavrov ; kg:participant act:fidan, act:lavrov ;
      kg:notAfter "2024-11-30"^^xsd:date .
  con:1-plan a kg:Contact, kg:Meeting ; rdfs:label "Abbas Araghchi met Hakan Fidan" ;
      kg:relation kg:met ; kg:status kg:occurred ; kg:sources 2 ; kg:reportedIn rep:1-plan, rep:2-met ;
      kg:announcedIn rep:1-plan ;
      kg:involves act:fidan, act:araghchi ; kg:participant act:fidan, act:araghchi ;
      kg:notBefore "2024-12-02"^^xsd:date ; kg:notAfter "2024-12-02"^^xsd:date .
  con:1-trip a kg:UnrealisedContact ; rdfs:label "Sergey Lavrov met Abbas Araghchi (planned)" ;
      kg:relation kg:met ; kg:status kg:planned ; kg:sources 1 ; kg:reportedIn rep:1-trip ;
      kg:involves act:lavrov, act:araghchi ;
      kg:notBefore "2024-12-05"^^xsd:date ; kg:notAfter "2024-12-05"^^xsd:date .
  con:2-no a kg:UnrealisedContact ; rdfs:label "Abbas Araghchi called Sergey Lavrov (refused)" ;
      kg:relation kg:called ; kg:status kg:refused ; kg:sources 1 ; kg:reportedIn rep:2-no ;
      kg:involves act:lavrov, act:araghchi ; kg:involvesAsSource act:araghchi ;
      kg:notAfter "2024-12-02"^^xsd:date .
  act:fidan kg:called act:lavrov ; kg:spoke_with act:lavrov, act:araghchi ; kg:met act:araghchi .
  act:lavrov kg:spoke_with act:fidan .
  act:araghchi kg:met act:fidan ; kg:spoke_with act:fidan .
}
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that nobody writes to."""
    path = tmp_path_factory.mktemp("graph") / "store"
    store = Store(str(path))
    store.load(TRIG.encode(), RdfFormat.TRIG)
    store.flush()
    return path
