/** What a system's name becomes in its files. */
export interface Names {
  /** `my-shop` */
  readonly name: string;
  /** `My Shop` */
  readonly title: string;
  /** `MyShop` */
  readonly pascal: string;
  /** Its scrape job: `stack.jobs['my-shop']`, `stack.jobs.shop` */
  readonly job: string;
}

export function namesOf(name: string): Names {
  const words = name.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return {
    name,
    title: words.join(' '),
    pascal: words.join(''),
    job: name.includes('-') ? `stack.jobs['${name}']` : `stack.jobs.${name}`,
  };
}
