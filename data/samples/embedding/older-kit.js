/**
 * Stands for an older version of the same kit that a page has had for years: a button-like element of its
 * own, and `sanxian-toast` as it once was. What is registered first stays; the maps do without it.
 */
class OlderToast extends HTMLElement {
  static version = '0.0.9';
}
class OlderBadge extends HTMLElement {
  connectedCallback() {
    this.textContent = `旧组件 older kit ${OlderToast.version}`;
  }
}
customElements.define('sanxian-toast', OlderToast);
customElements.define('older-badge', OlderBadge);
