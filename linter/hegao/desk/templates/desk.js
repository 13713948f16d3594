(function () {
  "use strict";
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const one = (selector, from) => (from || document).querySelector(selector);
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));

  const said = reader.said;

  // What the desk answers: markup that it made, or a sentence. Where it is busy one comes again.
  async function ask(path, words) {
    const form = new FormData();
    Object.entries(words).forEach(([name, value]) => form.append(name, value));
    for (let turn = 0; ; turn += 1) {
      let answer;
      try {
        answer = await fetch(path, { method: "POST", body: form });
      } catch {
        throw new Error(said("程序没有回应，可能已经结束", "The program does not answer; it may have ended"));
      }
      const words = await answer.text();
      if (answer.ok) return words;
      if (answer.status !== 503 || turn >= 30) throw new Error(words);
      await rest(1000 * Number(answer.headers.get("retry-after") || 2));
    }
  }
  function made(markup) {
    const holder = document.createElement("template");
    holder.innerHTML = markup;
    reader.translate(holder.content);
    return holder.content.firstElementChild;
  }

  // What stands over all drafts: once a frame, however many come.
  let telling = 0;
  function tell() {
    cancelAnimationFrame(telling);
    telling = requestAnimationFrame(tellNow);
  }
  function tellNow() {
    const form = one("#filters");
    const drafts = all(".draft");
    form.hidden = !drafts.length;
    all(".several", form).forEach((each) => { each.hidden = drafts.length < 2; });
    ["error", "warning", "info"].forEach((severity) => {
      one(`[data-count=${severity}]`, form).textContent = drafts.reduce((sum, draft) => sum + Number(draft.dataset[severity]), 0);
    });
    const chosen = form.area.value;
    const areas = new Map();
    all("article.note").forEach((note) => { const area = areaOf(note); areas.set(area, (areas.get(area) || 0) + 1); });
    const named = [...areas].sort().map(([area, count]) => new Option(said(`${areaWords(area)}（${count}）`, `${areaWords(area)} (${count})`), area));
    form.area.replaceChildren(new Option(said("全部类别", "all areas"), ""), ...named);
    form.area.value = areas.has(chosen) ? chosen : "";
    sift();
    progress();
  }
  const areaWords = (area) => { const named = one(`#areas option[value="${CSS.escape(area)}"]`); return named ? named.textContent : area; };
  const areaOf = (note) => note.dataset.rule.replace(/-?\d+$/, "");
  // Drafts in which all is filtered away are not listed, unless it is the only one.
  function sift() {
    const form = one("#filters");
    const wanted = new Set(all("[name=severity]:checked", form).map((box) => box.value));
    const drafts = all(".draft");
    drafts.forEach((draft) => {
      const notes = all("article.note", draft);
      const hidden = new Set();
      notes.forEach((note) => {
        const off = !wanted.has(note.dataset.severity) || Boolean(form.area.value) && areaOf(note) !== form.area.value;
        note.classList.toggle("off", off);
        if (off) hidden.add("#" + note.id);
      });
      all("a.m, a.frame", draft).forEach((mark) => mark.classList.toggle("hid", hidden.has(mark.getAttribute("href"))));
      const listed = notes.length ? hidden.size < notes.length : form.clean.checked;
      draft.classList.toggle("off", drafts.length > 1 && !listed);
    });
  }

  // Many that are dropped at once are listed by their names; each is unfolded when it is wanted.
  const FEW = 3;
  function fold(draft, shut) {
    draft.classList.toggle("shut", shut);
    one("[data-fold]", draft).setAttribute("aria-expanded", String(!shut));
  }
  function put(fresh, place, many) {
    const before = all(`.draft[data-key="${CSS.escape(fresh.dataset.key)}"]`);
    fold(fresh, before.length ? before[0].classList.contains("shut") : Boolean(many));
    place.replaceWith(fresh);
    before.forEach((each) => { if (each !== place) each.remove(); });
  }

  // Files: two at a time, in the order in which they were dropped.
  let asked = 0, done = 0, failed = 0, working = 0, drop = 0;
  const queue = [];
  function take(files) {
    drop += 1;
    const given = Array.from(files);
    asked += given.length;
    given.forEach((file) => {
      const place = document.createElement("p");
      place.className = "waiting";
      place.textContent = said(`正在检查 ${file.name} …`, `Checking ${file.name} …`);
      one("#drafts").append(place);
      queue.push([file, place, String(drop), given.length > FEW]);
    });
    while (working < 2 && queue.length) work();
    progress();
  }
  // What lies in folders that were dropped, hidden files left out.
  async function within(entry) {
    if (entry.name.startsWith(".")) return [];
    if (entry.isFile) return [await new Promise((found, lost) => entry.file(found, lost))];
    const reader = entry.createReader(), files = [];
    for (;;) {
      const some = await new Promise((found, lost) => reader.readEntries(found, lost));
      if (!some.length) return files;
      for (const each of some) files.push(...await within(each));
    }
  }
  async function takeDropped(given) {
    const entries = Array.from(given.items).map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    if (!entries.some((entry) => entry.isDirectory)) { take(given.files); return; }
    const wanted = one("#files").accept.split(",");
    for (const entry of entries) {
      const files = await within(entry);
      take(entry.isDirectory ? files.filter((file) => wanted.some((ending) => file.name.toLowerCase().endsWith(ending))) : files);
    }
  }
  async function work() {
    working += 1;
    while (queue.length) {
      const [file, place, drop, many] = queue.shift();
      try {
        if (file.size > 32 * 1024 * 1024) throw new Error(said("文件太大，最多 32 MB", "too large, 32 MB at most"));
        put(made(await ask("/files", { file, visit: visit(), drop })), place, many);
      } catch (wrong) {
        place.textContent = said(`${file.name}：${wrong.message}`, `${file.name}: ${wrong.message}`);
        place.classList.add("wrong");
        failed += 1;
      }
      done += 1;
      tell();
    }
    working -= 1;
    if (!working) together();
  }
  function progress() {
    const found = all("#drafts .draft").filter((draft) => one("article.note", draft)).length;
    const checked = said(`已检查 ${done} / ${asked} 份`, `${done} of ${asked} checked`) + (failed ? said(`，${failed} 份没有检查成`, `, ${failed} failed`) : "");
    const with_ = asked > 1 && done === asked ? said(`，${found} 份有问题`, `, ${found} with findings`) : "";
    one("#progress").textContent = asked ? checked + with_ + (comparing ? said("，正在互相对照 …", ", comparing …") : "") + (trouble ? said("；", "; ") + trouble : "") : "";
  }

  // What drafts say beside one another, once each was looked at by itself: those of which something else is to be said are shown anew.
  const visit = () => one("[data-visit]").dataset.visit;
  let comparing = false, stale = false, trouble = "";
  async function together() {
    if (asked < 2 || working) return;
    stale = true;
    if (comparing) return;
    comparing = true;
    trouble = "";
    progress();
    try {
      while (stale) {
        stale = false;
        const keys = JSON.parse(await ask("/together", { visit: visit() }));
        await Promise.all([showAgain(keys), showAgain(keys)]);
      }
    } catch (wrong) {
      trouble = wrong.message;
    }
    comparing = false;
    tell();
  }
  async function showAgain(keys) {
    while (keys.length) {
      const key = keys.shift();
      const fresh = made(await ask(`/drafts/${key}/again`, {}));
      const draft = one(`.draft[data-key="${CSS.escape(key)}"]`);
      if (draft) put(fresh, draft);
      tell();
    }
  }

  // Text: checked while it is written, one state of it at a time.
  const PAUSE = 30;
  let pause, asking = false, changed = false;
  async function checkText() {
    changed = true;
    if (asking) return;
    asking = true;
    while (changed) {
      changed = false;
      await checkWritten();
    }
    asking = false;
  }
  async function checkWritten() {
    const field = one("#text"), typed = one("#typed"), state = one("#typing");
    if (!field.value.trim()) { typed.replaceChildren(); state.textContent = ""; tell(); return; }
    const known = one(".draft", typed);
    try {
      const fresh = made(await ask("/text", { text: field.value, key: known ? known.dataset.key : "" }));
      typed.replaceChildren(fresh);
      const count = all("article.note", fresh).length;
      state.textContent = count ? said(`发现 ${count} 处问题，见下`, `${count} findings, see below`) : said("没有发现问题", "Nothing found");
      tell();
    } catch (wrong) {
      state.textContent = wrong.message;
    }
  }

  // What is done with a draft.
  async function act(draft, action, words) {
    const state = one(".said", draft);
    state.textContent = "";
    try {
      const markup = await ask(`/drafts/${draft.dataset.key}/${action}`, words);
      if (action === "forget") draft.remove();
      else {
        const fresh = made(markup), now = one(".now", fresh);
        if (now) { one("#text").value = now.value; now.remove(); }
        put(fresh, draft);
        fresh.focus({ preventScroll: action === "aside" });
      }
      tell();
      if (!draft.dataset.typed) together();
    } catch (wrong) {
      state.textContent = wrong.message;
      state.scrollIntoView({ block: "nearest" });
    }
  }
  function setAside(draft, button) {
    const dialog = one("#aside"), form = one("form", dialog);
    form.reason.value = "";
    one(".message", dialog).textContent = one(".message", button.closest("article.note")).textContent;
    form.onsubmit = (event) => {
      event.preventDefault();
      dialog.close();
      act(draft, "aside", { mark: button.dataset.mark, reason: form.reason.value, by: form.by.value });
    };
    dialog.showModal();
    form.reason.focus();
  }

  let at = null;
  function step(forward) {
    const notes = all(".draft:not(.off) article.note:not(.off)");
    if (!notes.length) return;
    const index = notes.indexOf(at);
    at = notes[index < 0 ? (forward ? 0 : notes.length - 1) : (index + (forward ? 1 : -1) + notes.length) % notes.length];
    fold(at.closest(".draft"), false);
    at.scrollIntoView({ block: "center" });
    at.focus({ preventScroll: true });
  }
  function come(link) {
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    all(".here").forEach((each) => each.classList.remove("here"));
    if (target.classList.contains("note")) { at = target; target.focus({ preventScroll: true }); }
    else { target.classList.add("here"); target.focus({ preventScroll: true }); }
  }

  function open() {
    const drop = one("#drop");
    one("#files").addEventListener("change", (event) => { take(event.target.files); event.target.value = ""; });
    ["dragover", "drop", "dragleave"].forEach((kind) => document.addEventListener(kind, (event) => {
      if (kind !== "dragleave") event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
      if (kind === "drop") takeDropped(event.dataTransfer);
    }));
    one("#text").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(checkText, PAUSE); });
    one("#filters").addEventListener("input", sift);
    one("#filters").addEventListener("submit", (event) => event.preventDefault());
    one("[data-close]").addEventListener("click", () => one("#aside").close());
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
      if (event.key === "n" || event.key === "p") step(event.key === "n");
    });
    reader.watchers.push(tellNow);
    if (one("#text").value) checkText();
  }
  document.addEventListener("DOMContentLoaded", () => {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-fold], [data-act], a, button, .draft-head");
      if (!button) return;
      const draft = button.closest(".draft");
      if (button.dataset.fold && !draft) all(".draft").forEach((each) => fold(each, button.dataset.fold === "shut"));
      else if (button.dataset.fold || button.matches(".draft.shut .draft-head")) fold(draft, !draft.classList.contains("shut"));
      else if (button.dataset.act === "aside") setAside(draft, button);
      else if (button.dataset.act) act(draft, button.dataset.act, { mark: button.dataset.mark || "" });
      else if (button.matches("a[href^='#']:not(.skip)")) { event.preventDefault(); come(button); }
    });
    const rules = one("#rule-filter");
    if (rules) {
      rules.addEventListener("submit", (event) => event.preventDefault());
      rules.addEventListener("input", () => all(".rules tbody tr").forEach((row) => row.classList.toggle("off", !row.textContent.toLowerCase().includes(rules.words.value.trim().toLowerCase()))));
    }
    if (one("#drop")) open();
  });
})();
