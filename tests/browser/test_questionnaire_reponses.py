"""The answers: kept for the tab, shared in a fragment, and judged when they are read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.questionnaire_fictif import QUESTIONS, write_site

KEY = "cat-reponses-beneficiaire"
IMPORT = "const { Reponses } = await import('/assets/javascripts/questionnaire/reponses.mjs');"
ANSWERS = {
    "rsa": "oui",
    "commune": "38185",
    "age": 35,
    "anciennete": 1.5,
    "orientation": "social",
    "projet": ["emploi", "creation"],
    "freins": [],
    "inscription": "2024-02-29",
}
# Keeps answers and says what another page of the tab would read back.
KEEP = f"""async ([questions, reponses]) => {{
  {IMPORT}
  const kept = new Reponses('beneficiaire', questions);
  for (const [slug, valeur] of Object.entries(reponses)) kept.set(slug, valeur);
  return new Reponses('beneficiaire', questions).toObject();
}}"""
# Reads back a link made of some answers; « undefined » can't be said in JSON.
SHARE = f"""async ([questions, reponses, others]) => {{
  {IMPORT}
  const sent = new Reponses('beneficiaire', questions, null);
  for (const [slug, valeur] of Object.entries(reponses)) sent.set(slug, valeur);
  const hash = sent.toFragment();
  const read = new Reponses('beneficiaire', others ?? questions, null);
  return {{ hash, ...read.fromFragment(hash), reponses: read.toObject() }};
}}"""
READ = f"""async ([questions, hash]) => {{
  {IMPORT}
  const read = new Reponses('beneficiaire', questions, null);
  read.set('rsa', 'non');
  return {{ ...read.fromFragment(hash), reponses: read.toObject() }};
}}"""
# Random questions and answers, drawn from a seed: returns the links that come back different.
ROUND_TRIPS = f"""async (count) => {{
  {IMPORT}
  let seed = 20250101;
  const draw = (below) => {{
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  }};
  const letters = 'abcdefghijklmnopqrstuvwxyz_0123456789';
  const repeat = (length, make) => Array.from({{ length }}, make);
  const name = (length) => repeat(length, () => letters[draw(letters.length)]).join('');
  const types = ['oui-non', 'choix', 'choix-multiple', 'nombre', 'date', 'commune'];
  const makeQuestion = () => ({{
    type: types[draw(types.length)],
    sensible: draw(5) === 0,
    options: [...new Set(repeat(1 + draw(14), () => name(1 + draw(9))))]
      .map((valeur) => ({{ valeur }})),
  }});
  const two = (number) => String(number).padStart(2, '0');
  const answer = ({{ type, options }}) => {{
    const all = options.map(({{ valeur }}) => valeur);
    if (draw(6) === 0) return null;
    if (type === 'oui-non') return ['oui', 'non'][draw(2)];
    if (type === 'choix') return all[draw(all.length)];
    if (type === 'choix-multiple') return all.filter(() => draw(2));
    if (type === 'nombre') return (draw(4000) - 2000) / [1, 2, 10, 100][draw(4)];
    if (type === 'date') {{
      return [1900 + draw(200), two(1 + draw(12)), two(1 + draw(28))].join('-');
    }}
    return draw(5) ? `${{two(1 + draw(95))}}${{100 + draw(900)}}` : 'ailleurs';
  }};
  const wrong = [];
  for (let turn = 0; turn < count; turn += 1) {{
    const names = [...new Set(repeat(1 + draw(40), () => name(1 + draw(20))))];
    const questions = Object.fromEntries(names.map((slug) => [slug, makeQuestion()]));
    const sent = new Reponses('b', questions, null);
    for (const slug of names) if (draw(3)) sent.set(slug, answer(questions[slug]));
    const hash = sent.toFragment();
    const read = new Reponses('b', questions, null);
    read.fromFragment(new URL(`http://127.0.0.1/${{hash}}`).hash);
    const shared = sent.entries()
      .filter(([slug, valeur]) => valeur !== null && !questions[slug].sensible);
    const safe = hash === '' || /^#r1=[A-Za-z0-9._~-]+$/.test(hash);
    if (!safe || JSON.stringify(read.entries()) !== JSON.stringify(shared)) wrong.push(hash);
  }}
  return wrong.slice(0, 3);
}}"""


@pytest.fixture(scope="module")
def site_url(serve_folder, tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """The modules, without any page of the catalogue."""
    return serve_folder(write_site(tmp_path_factory.mktemp("reponses") / "site", root))


@pytest.fixture
def essai(same_page):
    """The bare page, in a tab that keeps nothing."""
    same_page.goto("")
    same_page.evaluate("sessionStorage.clear()")
    return same_page


def test_a_reload_keeps_every_answer_and_nothing_else_is_written(essai) -> None:
    given = {**ANSWERS, "sante": "oui", "rsa": None}
    assert essai.evaluate(KEEP, [QUESTIONS, given]) == given
    essai.reload()
    assert essai.evaluate(KEEP, [QUESTIONS, {}]) == given
    assert essai.evaluate("[...Object.keys(sessionStorage)]") == [KEY]
    assert essai.evaluate("localStorage.length + document.cookie.length") == 0


def test_another_tab_knows_nothing(essai) -> None:
    essai.evaluate(KEEP, [QUESTIONS, ANSWERS])
    other = essai.context.new_page()
    other.goto("")
    assert other.evaluate(KEEP, [QUESTIONS, {}]) == {}
    other.close()


def test_clearing_leaves_no_trace(essai) -> None:
    essai.evaluate(KEEP, [QUESTIONS, ANSWERS])
    left = essai.evaluate(
        f"""async (questions) => {{
          {IMPORT}
          const reponses = new Reponses('beneficiaire', questions);
          reponses.clear();
          return [reponses.size, reponses.toFragment(), sessionStorage.length];
        }}""",
        QUESTIONS,
    )
    assert left == [0, "", 0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "3",
        '{"version":1}',
        '{"version":1,"reponses":null}',
        '{"version":1,"reponses":[1,2]}',
        '{"version":2,"reponses":{"rsa":"oui"}}',
        '{"reponses":{"rsa":"oui"}}',
        '{"version":1,"reponses":{"__proto__":"oui","constructor":"oui","toString":3}}',
    ],
)
def test_corrupt_storage_is_no_answer(essai, text: str) -> None:
    essai.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, text])
    assert essai.evaluate(KEEP, [QUESTIONS, {}]) == {}


def test_what_the_catalogue_no_longer_asks_leaves(essai) -> None:
    """A bad value of each type goes; the good one beside it stays."""
    stored = {
        "ancienne_question": "oui",
        "rsa": "peut-être",
        "commune": "6204",
        "age": 12,
        "orientation": "disparue",
        "projet": ["emploi", "disparu"],
        "inscription": "2023-02-29",
        "freins": ["logement"],
        "anciennete": "3",
        "sante": None,
    }
    text = json.dumps({"version": 1, "reponses": stored})
    essai.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, text])
    assert essai.evaluate(KEEP, [QUESTIONS, {}]) == {"freins": ["logement"], "sante": None}


@pytest.mark.parametrize(
    ("slug", "stored", "kept"),
    [
        ("freins", ["aucun", "mobilite"], ["mobilite"]),
        ("freins", ["logement", "aucun", "mobilite"], ["mobilite", "logement"]),
        ("freins", ["aucun"], ["aucun"]),
        ("freins", [], []),
        ("age", 35.5, None),
        ("age", 35, 35),
        ("anciennete", 1.5, 1.5),
    ],
)
def test_impossible_answers_are_set_right_or_refused(essai, slug: str, stored, kept) -> None:
    """From the tab's storage and from a link alike."""
    text = json.dumps({"version": 1, "reponses": {slug: stored}})
    essai.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, text])
    expected = {} if kept is None else {slug: kept}
    assert essai.evaluate(KEEP, [QUESTIONS, {}]) == expected
    hash_ = essai.evaluate(
        """async ([questions, entries]) => {
          const { writeFragment } = await import('/assets/javascripts/questionnaire/lien.mjs');
          return writeFragment(questions, entries);
        }""",
        [QUESTIONS, [[slug, stored]]],
    )
    found = essai.evaluate(READ, [QUESTIONS, hash_])["reponses"]
    assert found == (expected or {"rsa": "non"})


def test_a_question_counted_in_whole_numbers_takes_no_other(essai) -> None:
    whole = {"anciennete": {**QUESTIONS["anciennete"], "entier": True}}
    assert essai.evaluate(KEEP, [whole, {"anciennete": 1.5}]) == {}
    assert essai.evaluate(KEEP, [whole, {"anciennete": 2}]) == {"anciennete": 2}


def test_storage_that_throws_keeps_answers_in_memory(essai) -> None:
    """As in the private windows of some browsers, where reading the property itself throws."""
    found = essai.evaluate(
        f"""async (questions) => {{
          const denied = () => {{ throw new DOMException('no', 'SecurityError'); }};
          const storages = [{{ getItem: denied, setItem: denied, removeItem: denied }}, undefined];
          Object.defineProperty(globalThis, 'sessionStorage', {{ get: denied }});
          {IMPORT}
          return storages.map((storage) => {{
            const reponses = new Reponses('beneficiaire', questions, storage);
            reponses.set('rsa', 'oui');
            const kept = reponses.get('rsa');
            reponses.clear();
            return [kept, reponses.size];
          }});
        }}""",
        QUESTIONS,
    )
    assert found == [["oui", 0], ["oui", 0]]


def test_a_link_carries_every_answer_but_sensitive_and_unknown_ones(essai) -> None:
    given = {**ANSWERS, "sante": "oui", "rsa": None}
    found = essai.evaluate(SHARE, [QUESTIONS, given])
    shared = {slug: valeur for slug, valeur in ANSWERS.items() if slug != "rsa"}
    assert found["reponses"] == shared
    assert (found["lues"], found["refusees"], found["message"]) == (len(shared), 0, None)
    # Fifteen characters an answer at most, none of which is ever escaped.
    assert len(found["hash"]) < 15 * len(shared)


def test_nothing_to_share_makes_no_fragment(essai) -> None:
    assert essai.evaluate(SHARE, [QUESTIONS, {"sante": "oui", "rsa": None}])["hash"] == ""


def test_random_links_come_back_the_same(essai) -> None:
    assert essai.evaluate(ROUND_TRIPS, 2000) == []


def test_a_link_outlives_new_questions_and_another_order(essai) -> None:
    new = {f"nouvelle_{rank}": QUESTIONS["rsa"] for rank in range(40)}
    others = {**new, **dict(reversed(QUESTIONS.items()))}
    options = [{"valeur": "neuve", "libelle": "Neuve"}, *QUESTIONS["orientation"]["options"]]
    others["orientation"] = {**QUESTIONS["orientation"], "options": options}
    found = essai.evaluate(SHARE, [QUESTIONS, ANSWERS, others])
    assert found["reponses"] == ANSWERS
    assert found["message"] is None


def test_a_link_to_what_has_changed_tells_how_many_answers_are_lost(essai) -> None:
    others = {slug: question for slug, question in QUESTIONS.items() if slug != "projet"}
    found = essai.evaluate(SHARE, [QUESTIONS, ANSWERS, others])
    assert found["refusees"] == 1
    assert found["message"].startswith("Une réponse de ce lien n’a pas pu être lue")

    others = {**others, "age": {**QUESTIONS["age"], "min": 40}}
    found = essai.evaluate(SHARE, [QUESTIONS, ANSWERS, others])
    assert found["refusees"] == 2
    assert found["message"].startswith("2 réponses de ce lien n’ont pas pu être lues")


def test_a_question_that_became_sensitive_is_not_read(essai) -> None:
    others = {**QUESTIONS, "rsa": {**QUESTIONS["rsa"], "sensible": True}}
    found = essai.evaluate(SHARE, [QUESTIONS, {"rsa": "oui", "age": 20}, others])
    assert found["reponses"] == {"age": 20}
    assert found["refusees"] == 1


@pytest.mark.parametrize(
    ("hash_", "message"),
    [
        ("", None),
        ("#", None),
        ("#contenu", None),
        ("#action=appui", None),
        ("#r2=1mb~o4", "Ce lien a été fait pour une autre version"),
        ("#r999999=", "Ce lien a été fait pour une autre version"),
        ("#r1=", "Ce lien ne contient aucune réponse"),
        ("#r1=zzz~1", "Les réponses de ce lien n’ont pas pu être lues"),
        ("#r1=%3Cscript%3E.<b>.~~~.1mb", "Les réponses de ce lien n’ont pas pu être lues"),
        ("#r1=" + "1mb~" * 5000, "Les réponses de ce lien n’ont pas pu être lues"),
    ],
)
def test_a_link_that_says_nothing_keeps_the_answers_given(essai, hash_: str, message) -> None:
    found = essai.evaluate(READ, [QUESTIONS, hash_])
    assert found["reponses"] == {"rsa": "non"}
    assert (found["message"] or "").startswith(message or "")
    assert (found["message"] is None) == (message is None)


def test_a_link_may_be_about_one_action(essai) -> None:
    found = essai.evaluate(
        f"""async (questions) => {{
          {IMPORT}
          const reponses = new Reponses('beneficiaire', questions, null);
          const empty = reponses.toFragment('appui');
          reponses.set('age', 20);
          const hash = reponses.toFragment('appui');
          reponses.clear();
          return [empty, hash, reponses.fromFragment(hash).lues, reponses.get('age')];
        }}""",
        QUESTIONS,
    )
    assert found[0] == "#action=appui"
    assert found[1].startswith("#action=appui&r1=")
    assert found[2:] == [1, 20]
