/** Same sources, same pixels: what depends on a screen, a graphics card or a moment is switched off. */
const SAME_PIXELS = [
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--disable-font-subpixel-positioning',
  '--disable-partial-raster',
  '--disable-skia-runtime-opts',
  '--disable-checker-imaging',
  '--disable-threaded-animation',
  '--disable-image-animation-resync',
  '--force-prefers-reduced-motion',
  '--hide-scrollbars',
  '--lang=en-US',
];

/** Nothing leaves this machine, whatever a page asks for; addresses in digits are names to the resolver, too. */
const LOOPBACK_ONLY = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--disable-quic',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--dns-prefetch-disable',
  '--no-pings',
];

/** A browser that nobody looks at has nothing to ask, and no page of it is in the background. */
const UNATTENDED = [
  '--headless',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
];

/**
 * The command line of a Chromium that is spoken to through its file descriptors 3 and 4.
 *
 * @param profile folder of its own
 * @param isRoot whether root starts it
 */
export function chromiumFlags(profile: string, isRoot: boolean): readonly string[] {
  return [
    ...UNATTENDED,
    ...SAME_PIXELS,
    ...LOOPBACK_ONLY,
    // Chromium's sandbox refuses to start as root, which is who runs in most containers.
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
  ];
}
