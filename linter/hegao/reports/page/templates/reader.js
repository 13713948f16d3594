
// What the reader chooses, on every page of the program: colours and language.
const reader = (function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const kept = {
    get(key) { try { return localStorage.getItem("hegao-" + key); } catch (refused) { return null; } },
    set(key, value) { try { localStorage.setItem("hegao-" + key, value); } catch (refused) { /* nothing is kept then */ } },
  };

  // Colours: as the system has them, unless the reader chooses. Before anything is drawn.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let colours = kept.get("colours") || "";
  const paint = () => {
    root.dataset.colours = colours || (dark.matches ? "dark" : "light");
    all("button[data-colours]").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.colours === colours)));
  };
  paint();
  dark.addEventListener("change", paint);

  const said = (zh, en) => (root.dataset.lang === "en" ? en : zh);
  const watchers = [];
  // Attributes and words that cannot stand in both languages; the others are chosen by the style sheet.
  function translate(from) {
    const lang = root.dataset.lang;
    all("[data-zh]", from).forEach((each) => {
      if (each.dataset.as) each.setAttribute(each.dataset.as, each.dataset[lang]);
      else each.textContent = each.dataset[lang];
    });
  }
  function speak(lang) {
    root.dataset.lang = lang;
    root.lang = lang === "en" ? "en" : "zh-CN";
    translate(document);
    all("[data-speak]").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.speak === lang)));
    watchers.forEach((tell) => tell());
  }
  const opened = root.dataset.lang, wanted = kept.get("lang");
  if (wanted === "zh" || wanted === "en") root.dataset.lang = wanted;

  document.addEventListener("DOMContentLoaded", () => {
    paint();
    if (root.dataset.lang !== opened) speak(root.dataset.lang);
    document.addEventListener("click", (event) => {
      const at = event.target.closest("button[data-speak], button[data-colours]");
      if (!at) return;
      if (at.dataset.speak) { kept.set("lang", at.dataset.speak); speak(at.dataset.speak); }
      else { colours = at.dataset.colours; kept.set("colours", colours); paint(); }
    });
  });
  return { said, translate, watchers };
})();
