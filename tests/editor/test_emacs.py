"""A real editor: Emacs opens a draft with the settings that the guide gives, shows what is found, and mends it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from editors import path_with_hegao
from notices import notice
from repository import ROOT

pytest.importorskip("pygls", reason="pygls is not installed (hegao[lsp])")

#: Waits for the server inside of Emacs, half a minute at most, prints what it shows as JSON, and has the slip mended by the quick fix.
_DRIVE = """
(require 'package)
(package-initialize)
(unless (require 'eglot nil t) (princ "no eglot") (kill-emacs 0))
(load (expand-file-name "init.el"))
(require 'flymake)
(find-file "通知.txt")
(text-mode)
(setq eglot-sync-connect 30)
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(defun shown () (flymake-diagnostics))
(defun wait-until (true)
  (with-timeout (30 (error "nothing came of it"))
    (while (not (funcall true)) (flymake-start) (accept-process-output nil 0.1))))
(wait-until (lambda () (shown)))
(let* ((first (car (shown))) (said (list (flymake-diagnostic-text first) (buffer-substring (flymake-diagnostic-beg first) (flymake-diagnostic-end first)))))
  (goto-char (flymake-diagnostic-beg first))
  (let ((actions (append (eglot-code-actions (point) (flymake-diagnostic-end first) "quickfix" nil) nil)))
    (eglot--apply-workspace-edit (plist-get (car actions) :edit)))
  (eglot--signal-textDocument/didChange) ; nobody is idle here
  (wait-until (lambda () (not (shown))))
  (princ (json-encode (append said (list (buffer-string))))))
(eglot-shutdown (eglot-current-server))
"""


@pytest.mark.skipif(shutil.which("emacs") is None, reason="Emacs is not installed")
def test_emacs_shows_a_slip_with_the_settings_of_the_guide_and_mends_it(tmp_path: Path) -> None:
    (settings,) = re.findall(r"```elisp\n(.*?)```", (ROOT / "docs" / "editors.md").read_text(encoding="utf-8"), re.DOTALL)
    text = notice("　　根据江政发[2024]8号文件要求，现将有关事项通知如下。")
    for name, words in (("通知.txt", text), ("hegao.toml", "root = true\n"), ("init.el", settings), ("drive.el", _DRIVE)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": path_with_hegao(tmp_path), "LC_ALL": "C.UTF-8"}
    command = ["emacs", "-q", "--batch", "-l", "drive.el"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=False)
    if done.stdout == b"no eglot":
        pytest.skip("this Emacs has no eglot")
    said, quote, mended = json.loads(done.stdout) if done.stdout.startswith(b"[") else pytest.fail(done.stdout.decode() + done.stderr.decode())
    assert "写法不合标准" in said and quote == "江政发[2024]8号"
    assert mended == text.replace("[2024]", "〔2024〕")
