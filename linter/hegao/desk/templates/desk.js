(function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const one = (selector, from) => (from || document).querySelector(selector);
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));

  // Colours: as the system has them, unless the reader chooses. Before anything is drawn.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let colours = "";
  try { colours = localStorage.getItem("hegao-colours") || ""; } catch (refused) { /* nothing is kept then */ }
  function paint() {
    root.dataset.colours = colours || (dark.matches ? "dark" : "light");
    all("button[data-colours]").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.colours === colours)));
  }
  paint();
  dark.addEventListener("change", paint);

  // What the desk answers: markup that it made, or a sentence. Where it is busy one comes again.
  async function ask(path, words, signal) {
    const form = new FormData();
    Object.entries(words).forEach(([name, value]) => form.append(name, value));
    for (let turn = 0; ; turn += 1) {
      let answer;
      try {
        answer = await fetch(path, { method: "POST", body: form, signal });
      } catch (lost) {
        if (lost.name === "AbortError") throw lost;
        throw new Error("程序没有回应，可能已经结束");
      }
      const said = await answer.text();
      if (answer.ok) return said;
      if (answer.status !== 503 || turn >= 30) throw new Error(said);
      await rest(1000 * Number(answer.headers.get("retry-after") || 2));
    }
  }
  function made(markup) {
    const holder = document.createElement("template");
    holder.innerHTML = markup;
    return holder.content.firstElementChild;
  }

  function tell() {
    const form = one("#filters");
    const drafts = all(".draft");
    form.hidden = !drafts.length;
    ["error", "warning", "info"].forEach((severity) => {
      one(`[data-count=${severity}]`, form).textContent = drafts.reduce((sum, draft) => sum + Number(draft.dataset[severity]), 0);
    });
    const chosen = form.area.value;
    const areas = new Map();
    all("article.note").forEach((note) => { const area = areaOf(note); areas.set(area, (areas.get(area) || 0) + 1); });
    form.area.replaceChildren(new Option("全部类别", ""), ...[...areas].sort().map(([area, count]) => new Option(`${areaWords(area)}（${count}）`, area)));
    form.area.value = areas.has(chosen) ? chosen : "";
    sift();
  }
  const areaWords = (area) => { const named = one(`#areas option[value="${CSS.escape(area)}"]`); return named ? named.textContent : area; };
  const areaOf = (note) => note.dataset.rule.replace(/-?\d+$/, "");
  function sift() {
    const form = one("#filters");
    const wanted = new Set(all("[name=severity]:checked", form).map((box) => box.value));
    const hidden = new Set();
    all("article.note").forEach((note) => {
      const off = !wanted.has(note.dataset.severity) || (form.area.value && areaOf(note) !== form.area.value);
      note.classList.toggle("off", off);
      if (off) hidden.add("#" + note.id);
    });
    all("a.m").forEach((mark) => mark.classList.toggle("hid", hidden.has(mark.getAttribute("href"))));
  }

  // Files: two at a time, in the order in which they were dropped.
  let asked = 0, done = 0, working = 0;
  const queue = [];
  function take(files) {
    Array.from(files).forEach((file) => {
      const place = document.createElement("p");
      place.className = "waiting";
      place.textContent = `正在检查 ${file.name} …`;
      one("#drafts").append(place);
      queue.push([file, place]);
      asked += 1;
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
      const [file, place] = queue.shift();
      try {
        if (file.size > 32 * 1024 * 1024) throw new Error("文件太大，最多 32 MB");
        place.replaceWith(made(await ask("/files", { file })));
      } catch (wrong) {
        place.textContent = `${file.name}：${wrong.message}`;
        place.classList.add("wrong");
      }
      done += 1;
      progress();
      tell();
    }
    working -= 1;
  }
  function progress() {
    one("#progress").textContent = asked ? `已检查 ${done} / ${asked} 份` : "";
  }

  // Text: checked when the writer pauses.
  let pause, last;
  async function checkText() {
    const field = one("#text"), typed = one("#typed"), said = one("#typing");
    if (last) last.abort();
    last = new AbortController();
    if (!field.value.trim()) { typed.replaceChildren(); said.textContent = ""; tell(); return; }
    const known = one(".draft", typed);
    try {
      const fresh = made(await ask("/text", { text: field.value, key: known ? known.dataset.key : "" }, last.signal));
      typed.replaceChildren(fresh);
      const count = all("article.note", fresh).length;
      said.textContent = count ? `发现 ${count} 处问题，见下` : "没有发现问题";
      tell();
    } catch (wrong) {
      if (wrong.name !== "AbortError") said.textContent = wrong.message;
    }
  }

  // What is done with a draft.
  async function act(draft, action, words) {
    const said = one(".said", draft);
    said.textContent = "";
    try {
      const markup = await ask(`/drafts/${draft.dataset.key}/${action}`, words);
      if (action === "forget") { draft.remove(); tell(); return; }
      const fresh = made(markup), now = one(".now", fresh);
      if (now) { one("#text").value = now.value; now.remove(); }
      draft.replaceWith(fresh);
      tell();
      fresh.focus({ preventScroll: action === "aside" });
    } catch (wrong) {
      said.textContent = wrong.message;
      said.scrollIntoView({ block: "nearest" });
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
    const notes = all("article.note:not(.off)");
    if (!notes.length) return;
    const index = notes.indexOf(at);
    at = notes[index < 0 ? (forward ? 0 : notes.length - 1) : (index + (forward ? 1 : -1) + notes.length) % notes.length];
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
    one("#text").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(checkText, 250); });
    one("#filters").addEventListener("input", sift);
    one("#filters").addEventListener("submit", (event) => event.preventDefault());
    one("[data-close]").addEventListener("click", () => one("#aside").close());
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
      if (event.key === "n" || event.key === "p") step(event.key === "n");
    });
    if (one("#text").value) checkText();
  }
  document.addEventListener("DOMContentLoaded", () => {
    paint();
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-colours], [data-act], a[href^='#']");
      if (!button) return;
      if (button.dataset.colours !== undefined) {
        colours = button.dataset.colours;
        try { localStorage.setItem("hegao-colours", colours); } catch (refused) { /* nothing is kept then */ }
        paint();
      } else if (button.dataset.act) {
        const draft = button.closest(".draft");
        if (button.dataset.act === "aside") setAside(draft, button);
        else act(draft, button.dataset.act, { mark: button.dataset.mark || "" });
      } else if (!button.classList.contains("skip")) { event.preventDefault(); come(button); }
    });
    const rules = one("#rule-filter");
    if (rules) {
      rules.addEventListener("submit", (event) => event.preventDefault());
      rules.addEventListener("input", () => all(".rules tbody tr").forEach((row) => row.classList.toggle("off", !row.textContent.toLowerCase().includes(rules.words.value.trim().toLowerCase()))));
    }
    if (one("#drop")) open();
  });
})();
