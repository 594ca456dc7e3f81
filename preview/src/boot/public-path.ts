declare global {
  interface Window {
    /** Where @grafana/ui looks for fonts and icons. */
    __grafana_public_path__?: string;
  }
}

// Imported before everything else: @grafana/ui reads it while its modules are evaluated.
window.__grafana_public_path__ = '/';

export {};
