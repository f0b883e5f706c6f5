import pytest

from kg.errors import UsageError
from kg.extraction.llm.options import Options, cache_folder, from_environment


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://localhost:11434/v1",
        "http://127.0.0.1/v1",
        "http://[::1]:8080/v1",
        "http://models.localhost/v1",
        "https://api.example.com/v1",
    ],
)
def test_text_may_go_where_it_is_safe(endpoint):
    assert Options(endpoint, "m").url == f"{endpoint}/chat/completions"


@pytest.mark.parametrize(
    "endpoint",
    ["http://api.example.com/v1", "http://192.168.1.7/v1", "http://localhost.example.com", "http://0.0.0.0:80/v1"],
)
def test_text_goes_nowhere_else_without_encryption_unless_told(endpoint):
    with pytest.raises(UsageError, match="--insecure"):
        Options(endpoint, "m")
    assert Options(endpoint, "m", insecure=True)


@pytest.mark.parametrize(
    "endpoint",
    ["", "example.com/v1", "ftp://example.com", "https://", "https://[", "https://a.b/v1?x=1", "file:///etc"],
)
def test_what_is_no_server(endpoint):
    with pytest.raises(UsageError):
        Options(endpoint, "m")


def test_a_password_has_no_place_in_an_address():
    with pytest.raises(UsageError) as raised:
        Options("https://me:hush@example.com/v1", "m")
    assert "hush" not in str(raised.value)


def test_a_model_must_be_named():
    with pytest.raises(UsageError, match="CONTACT_KG_LLM_MODEL"):
        Options("https://example.com/v1", "")


def test_what_is_not_given_comes_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("CONTACT_KG_LLM_ENDPOINT", "https://example.com/v1")
    monkeypatch.setenv("CONTACT_KG_LLM_MODEL", "m")
    monkeypatch.setenv("CONTACT_KG_LLM_KEY", "k")
    monkeypatch.setenv("CONTACT_KG_LLM_CACHE", str(tmp_path))
    found = from_environment(None, None)
    assert (found.endpoint, found.model, found.key) == ("https://example.com/v1", "m", "k")
    assert from_environment(None, "other").model == "other"
    assert cache_folder() == tmp_path
    assert "key" not in repr(found)
