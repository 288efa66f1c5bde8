/** Whether it says no more than that the cell above holds here as well: `nt`, `-nt-`, `như trên`, `"`. */
export function isDitto(text: string): boolean {
  return text.length <= longest && ditto.test(text);
}

const longest = 12;
const ditto = /^[\s–-]*(?:["'”“″〃]{1,2}|n\.?t\.?|nh(?:ư|u\u031b) tr(?:ê|e\u0302)n)[\s–-]*$/iu;
