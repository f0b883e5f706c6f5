import shutil

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_a_backup_is_restored_and_checked(kg, fails, tmp_path):
    assert kg("store", "check").stderr == "the store is whole\n"
    assert kg("store", "backup", "saved").returncode == 0
    shutil.rmtree(tmp_path / ".contact-kg")
    assert kg("store", "restore", "saved").returncode == 0
    assert kg("store", "check").returncode == 0
    assert "--force" in fails("store", "restore", "saved", code=1)
    assert kg("store", "restore", "saved", "--force").returncode == 0
    assert kg("diff", "saved", ".contact-kg").stderr == "0 new, 0 gone, 0 changed\n"


def test_help_lists_the_three(kg):
    text = kg("store", "--help").stdout
    assert all(word in text for word in ("backup", "restore", "check", "kg store backup backup-monday/"))
