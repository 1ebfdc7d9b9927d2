// A classic script in the head: the chosen theme must stand before the first paint.
(() => {
  const key = "theme";
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  function apply(chosen) {
    root.dataset.theme = chosen ?? (systemDark.matches ? "dark" : "light");
  }

  apply(localStorage.getItem(key));
  systemDark.addEventListener("change", () => apply(localStorage.getItem(key)));
  addEventListener("DOMContentLoaded", () => {
    document.getElementById("theme-toggle").addEventListener("click", () => {
      const chosen = root.dataset.theme === "dark" ? "light" : "dark";
      localStorage.setItem(key, chosen);
      apply(chosen);
    });
  });
})();
