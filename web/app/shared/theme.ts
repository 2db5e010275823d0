type Theme = "system" | "light" | "dark";

const KEY = "doubtless.theme";

function current(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

function choose(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is forbidden here: the choice holds for this page only.
  }
}

/** The three choices of the person's menu. */
export function startThemeChoice(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-theme-choice]")];
  const show = (): void => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset["themeChoice"] === current()));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choose(button.dataset["themeChoice"] as Theme);
      show();
    });
  }
  show();
}
