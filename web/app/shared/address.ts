/**
 * A page that answers a form has the form's address, and a reload would send the form again. Such a page names the
 * address it is to be found at.
 */
export function rememberAddress(): void {
  const address = document.querySelector<HTMLElement>("[data-address]")?.dataset["address"];
  if (address !== undefined && location.search === "") history.replaceState(history.state, "", address);
}
