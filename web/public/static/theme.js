// Runs before the first paint, so that a page never flashes in the other theme.
(function () {
  try {
    var theme = localStorage.getItem("doubtless.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (blocked) {
    // Storage may be forbidden; the system's theme then stands.
  }
})();
