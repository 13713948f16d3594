
(function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const one = (selector, from) => (from || document).querySelector(selector);
  const said = reader.said, watchers = reader.watchers;

  // The parts of the page: one is shown, all are printed.
  let views = [];
  function show(id) {
    views.forEach((view) => view.classList.toggle("off", view.id !== id));
    all("nav a").forEach((link) => {
      if (link.hash === "#" + id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    if (id === "tasks") ledger.open();
  }
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (views.some((view) => view.id === id)) {
      show(id);
      scrollTo(0, 0);
      return;
    }
    const place = /^([sfmLp])(\d+)(?:-\d+)?$/.exec(id);
    const holder = place && document.getElementById("s" + place[2]);
    if (!holder) return;
    show("findings");
    holder.classList.remove("off");
    holder.open = true;
    render(holder);
    const target = document.getElementById(id) || holder;
    target.scrollIntoView({ block: place[1] === "s" ? "start" : "center" });
    all(".here").forEach((each) => each.classList.remove("here"));
    if (place[1] === "m" || place[1] === "p") target.classList.add("here");
    const focus = place[1] === "s" ? one("summary", target) : target;
    if (focus.tabIndex >= 0 || focus.hasAttribute("tabindex")) focus.focus({ preventScroll: true });
  }

  // Documents: the text is put into the page when its section is opened.
  let documents = [];
  const finding = {};
  function render(section) {
    const room = one(".reading", section);
    if (!room || room.firstChild) return;
    room.innerHTML = one("script.text", section).textContent;
    sift(section);
  }
  const wanted = () => {
    const form = finding.form;
    return {
      severity: new Set(all("[name=severity]:checked", form).map((box) => box.value)),
      area: form.area.value, rule: form.rule.value, unit: form.unit.value,
      words: form.words.value.trim().toLowerCase(), clean: form.clean.checked,
    };
  };
  const takes = (filter, rule, severity) =>
    filter.severity.has(severity) && (!filter.rule || rule === filter.rule) && (!filter.area || rule.replace(/-?\d+$/, "") === filter.area);
  const marks = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  function sift(section) {
    const filter = finding.filter;
    const hidden = new Set();
    all(".note", section).forEach((card) => {
      const off = !takes(filter, card.dataset.rule, card.dataset.severity);
      card.classList.toggle("off", off);
      if (off) hidden.add("#" + card.id);
    });
    all("a.m, a.frame", section).forEach((mark) => mark.classList.toggle("hid", hidden.has(mark.getAttribute("href"))));
  }
  function filterFindings() {
    const filter = (finding.filter = wanted());
    const words = filter.words.replace(/[&<>]/g, (c) => marks[c]);
    let findings = 0, shown = 0;
    documents.forEach((each) => {
      let count = 0;
      each.found.forEach(([rule, severity, several]) => { if (takes(filter, rule, severity)) count += several; });
      let on = count > 0 || (filter.clean && each.found.length === 0 && !filter.rule && !filter.area);
      if (on && filter.unit) on = each.unit === filter.unit;
      if (on && words) {
        if (each.words === null) each.words = (one("summary", each.section).textContent + one("script.text", each.section).textContent.replace(/<[^>]*>/g, "")).toLowerCase();
        on = each.words.includes(words);
      }
      each.section.classList.toggle("off", !on);
      if (on) { findings += count; shown += 1; }
      if (on && each.section.open) sift(each.section);
    });
    finding.told = [findings, shown];
    tellFindings();
  }
  function tellFindings() {
    const [findings, shown] = finding.told;
    finding.shown.textContent = said(`列出 ${shown} 件公文，${findings} 处问题`, `${shown} documents, ${findings} findings`);
  }
  function step(forward) {
    const cards = [];
    documents.forEach((each) => {
      if (!each.section.classList.contains("off") && each.found.length) { cards.push(each.section); }
    });
    const at = document.activeElement && document.activeElement.closest ? document.activeElement.closest(".document") : null;
    const inside = at ? all(".note:not(.off)", at) : [];
    const place = inside.indexOf(document.activeElement.closest(".note"));
    const next = at ? inside[forward ? place + 1 : place - 1] : null;
    if (next && (place >= 0 || forward)) return arrive(next);
    const index = cards.indexOf(at) + (forward ? 1 : at ? -1 : cards.length);
    const section = cards[index];
    if (!section) return;
    section.open = true;
    render(section);
    const notes = all(".note:not(.off)", section);
    if (notes.length) arrive(forward ? notes[0] : notes[notes.length - 1]);
  }
  function arrive(card) {
    show("findings");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
    all(".here").forEach((each) => each.classList.remove("here"));
    ["m", "p"].forEach((kind) => {
      const mark = document.getElementById(kind + card.id.slice(1));
      if (mark) mark.classList.add("here");
    });
  }

  // The ledger of tasks: rows are made from the data in the page, so many at a time.
  const AT_ONCE = 200;
  const ledger = {
    rows: null, chosen: [], drawn: 0, key: "place", down: false,
    read() {
      if (this.rows) return;
      this.rows = [];
      all("script.tasks").forEach((block) => JSON.parse(block.textContent).forEach((row) => {
        row.place = this.rows.length;
        row.bodies = [].concat(row.lead || [], row.responsible || [], row.coop || []);
        this.rows.push(row);
      }));
    },
    open() {
      if (this.form && !this.rows) { this.read(); this.choose(); }
    },
    choose() {
      if (!this.rows) return;
      const form = this.form;
      const words = form.words.value.trim().toLowerCase(), unit = form.unit.value, state = form.state.value;
      const from = form.from.value, until = form.until.value;
      this.chosen = this.rows.filter((row) => {
        const due = row.due || "", dated = /^\d/.test(due);
        if (unit && !row.bodies.includes(unit)) return false;
        if (state === "dated" && !dated || state === "open" && (!due || dated) || state === "no-deadline" && row.deadline) return false;
        if (state === "no-lead" && (row.lead || row.responsible)) return false;
        if ((from || until) && !dated) return false;
        // What is due in a month is due on its last day.
        if (from && (due.length > 7 ? due < from : due < from.slice(0, 7)) || until && (due.length > 7 ? due > until : lastDay(due) > until)) return false;
        if (words) {
          if (!row.words) row.words = [row.number, row.title, row.heading, row.measure, row.deadline, row.due, row.where, ...row.bodies].join("\n").toLowerCase();
          return row.words.includes(words);
        }
        return true;
      });
      this.sort();
    },
    sort() {
      const key = this.key, turn = this.down ? -1 : 1;
      const value = (row) => {
        if (key === "due") return row.due ? (/^\d/.test(row.due) ? (row.due.length > 7 ? row.due : row.due + "-99") : "~1") : row.deadline ? "~2" : "~3";
        if (key === "lead") return (row.lead || row.responsible || ["\uffff"]).join("、");
        if (key === "coop") return (row.coop || ["\uffff"]).join("、");
        return row[key] || "";
      };
      if (key === "place") this.chosen.sort((a, b) => turn * (a.place - b.place));
      else {
        const values = new Map(this.chosen.map((row) => [row, value(row)]));
        const compare = key === "due" ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : new Intl.Collator("zh-CN").compare;
        this.chosen.sort((a, b) => turn * compare(values.get(a), values.get(b)) || a.place - b.place);
      }
      all("[data-sort]", this.table).forEach((button) => {
        button.parentNode.setAttribute("aria-sort", button.dataset.sort !== key ? "none" : this.down ? "descending" : "ascending");
      });
      this.body.replaceChildren();
      this.drawn = 0;
      this.draw(AT_ONCE);
      this.tell();
    },
    draw(several) {
      const rows = document.createDocumentFragment();
      this.chosen.slice(this.drawn, this.drawn + several).forEach((row) => rows.append(this.row(row)));
      this.body.append(rows);
      this.drawn = Math.min(this.chosen.length, this.drawn + several);
      this.more.hidden = this.drawn >= this.chosen.length;
    },
    row(task) {
      const row = this.template.content.cloneNode(true);
      const put = (selector, text) => { const cell = one(selector, row); if (text) cell.textContent = text; else cell.remove(); };
      const link = one(".number", row);
      link.textContent = task.number || task.title || task.where;
      if (task.section) link.href = `#L${task.section}-${task.line}`;
      put(".title", task.number ? task.title : "");
      put(".where", task.where);
      one(".measure", row).textContent = task.measure || "";
      put(".lead", (task.lead || task.responsible || []).join("、"));
      if (task.lead || task.responsible) one(".no-lead", row).remove();
      if (task.upper) one(".names", row).textContent = task.upper.join("、"); else one(".upper", row).remove();
      const others = task.lead ? [].concat(task.coop || [], task.responsible || []) : task.coop || [];
      if (others.length) one(".others", row).textContent = others.join("、");
      else { one(".coop", row).classList.add("empty"); one(".coop", row).replaceChildren(); }
      put(".day", task.due === "长期" ? said("长期", "open-ended") : task.due);
      put(".written", task.deadline);
      if (task.deadline) one(".no-deadline", row).remove();
      return row;
    },
    tell() {
      if (this.rows) this.shown.textContent = said(`列出 ${this.chosen.length} 项任务`, `${this.chosen.length} tasks`) + (this.drawn < this.chosen.length ? said(`，先显示 ${this.drawn} 项`, `, the first ${this.drawn} shown`) : "");
    },
  };
  function lastDay(due) {
    const [year, month] = due.split("-").map(Number);
    return `${due}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
  }

  function filterBy(link) {
    const { filter, value, only, due } = link.dataset;
    if (only) {
      finding.form.reset();
      all("[name=severity]", finding.form).forEach((box) => { box.checked = box.value === only; });
      filterFindings();
    } else if (filter === "lead") {
      ledger.form.reset(); ledger.form.unit.value = value; ledger.read(); ledger.choose();
    } else if (filter) {
      finding.form.reset(); finding.form[filter].value = value; filterFindings();
    } else if (due) {
      ledger.form.reset();
      ledger.form.from.value = due.length > 7 ? due : due + "-01";
      ledger.form.until.value = due.length > 7 ? due : lastDay(due);
      ledger.read(); ledger.choose();
      location.hash = "#tasks";
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    views = all(".view");
    root.classList.add("ready");
    const form = one("#finding-filters");
    if (form) {
      documents = all(".document").map((section) => ({
        section, unit: section.dataset.unit, words: null,
        found: section.dataset.found.trim().split(" ").filter(Boolean).map((each) => { const part = each.split(":"); return [part[0], part[1], Number(part[2])]; }),
      }));
      finding.form = form;
      finding.shown = one("#findings-shown");
      watchers.push(tellFindings);
      form.addEventListener("input", filterFindings);
      form.addEventListener("reset", () => setTimeout(filterFindings));
      form.addEventListener("submit", (event) => event.preventDefault());
      filterFindings();
      // The event does not bubble, but it is seen on its way down.
      document.addEventListener("toggle", (event) => { if (event.target.open && event.target.classList.contains("document")) render(event.target); }, true);
    }
    const tasks = one("#task-filters");
    if (tasks) {
      Object.assign(ledger, { form: tasks, table: one(".ledger"), body: one("#task-rows"), more: one("#more-tasks"), shown: one("#tasks-shown"), template: one("#task-row") });
      watchers.push(() => { if (ledger.rows) ledger.sort(); });
      tasks.addEventListener("input", () => ledger.choose());
      tasks.addEventListener("reset", () => setTimeout(() => ledger.choose()));
      tasks.addEventListener("submit", (event) => event.preventDefault());
      ledger.more.addEventListener("click", () => { ledger.draw(AT_ONCE); ledger.tell(); });
    }
    document.addEventListener("click", (event) => {
      const at = event.target.closest("[data-sort], [data-only], [data-filter], [data-due], #print");
      if (!at) return;
      if (at.dataset.sort) {
        ledger.down = ledger.key === at.dataset.sort && !ledger.down;
        ledger.key = at.dataset.sort;
        ledger.sort();
      } else if (at.id === "print") print();
      else filterBy(at);
    });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
      if (event.key === "/") {
        const field = one(".view:not(.off) [type=search]") || one("[type=search]");
        if (field) { event.preventDefault(); if (field.closest(".off")) location.hash = "#" + field.closest(".view").id; field.focus(); }
      } else if ((event.key === "n" || event.key === "p") && documents.length) step(event.key === "n");
      else if (/^[1-9]$/.test(event.key) && views[event.key - 1]) location.hash = "#" + views[event.key - 1].id;
    });
    addEventListener("hashchange", follow);
    // A link to where the page is already leads there all the same.
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (link && link.getAttribute("href") === location.hash) follow();
    });
    addEventListener("beforeprint", () => {
      const listed = documents.filter((each) => !each.section.classList.contains("off"));
      if (listed.length <= 100) listed.forEach((each) => { each.section.open = true; });
      listed.forEach((each) => { if (each.section.open) render(each.section); });
      if (ledger.form) { ledger.open(); ledger.draw(2000); ledger.tell(); }
    });
    show(views[0].id);
    const listed = documents.filter((each) => each.found.length);
    if (listed.length === 1) { listed[0].section.open = true; }
    if (location.hash) follow();
  });
})();
