// Passkeys: asks the device to make one, or to sign with one, and sends what it answers with the form that asked.
// Without script, or without passkeys in this browser, these forms stay hidden: there are other ways in.

const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
};

const text = (buffer) => {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

const named = (credential) => ({ ...credential, id: bytes(credential.id) });

const read = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user && { user: named(options.user) }),
  ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map(named) }),
  ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map(named) }),
});

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

const written = (credential) => {
  const given = PARTS.filter((part) => credential.response[part]);
  const response = Object.fromEntries(given.map((part) => [part, text(credential.response[part])]));
  return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: {} });
};

const ask = (form) => {
  const publicKey = read(JSON.parse(form.dataset.options));
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey })
    : navigator.credentials.get({ publicKey });
};

const offer = (form) => {
  const failed = form.querySelector("[data-failed]");
  form.closest("[data-passkeys]").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      form.elements.credential.value = written(await ask(form));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
};

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(offer);
