// @ts-check
// Small aids for forms; every form works without them.

/** A second press of the button sends nothing twice. */
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== "post") return;
  const question = form.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  if (form.dataset.sent === "yes") {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // A page that comes back from the history must be able to send again.
  window.setTimeout(() => delete form.dataset.sent, 10000);
});

window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

/** After a refused form the summary of what is wrong is read first. */
document.getElementById("error-summary")?.focus();
