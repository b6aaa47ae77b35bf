using Microsoft.Playwright;

namespace ChatCoachBot.Tests.Driving;

/// <summary>What every page must be: nothing runs out of it sideways, and every text stands out from its background.</summary>
internal static class Legibility
{
    /// <summary>The texts whose contrast with their background is under 4.5:1 (WCAG 2.2, 1.4.3), and the columns of charts where it is under 3:1 (1.4.11).</summary>
    private const string LowContrast = """
        () => {
          const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          const parse = (color) => color.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const background = (e) => {
            for (; e; e = e.parentElement) {
              const color = parse(getComputedStyle(e).backgroundColor);
              if (color.length === 3 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          const contrast = (e) => {
            const [a, b] = [light(parse(getComputedStyle(e)[e instanceof SVGElement ? 'fill' : 'color'])), light(background(e))];
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          };
          return [...document.querySelectorAll('body *:not(.skip):not(:disabled):not(svg > title):not(svg > desc)')]
            .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== ''))
            .filter((e) => contrast(e) < 4.5)
            .concat([...document.querySelectorAll('svg rect')].filter((e) => contrast(e) < 3))
            .map((e) => e.getAttribute('class') + ' ' + e.textContent.trim().slice(0, 40));
        }
        """;

    public static async Task CheckAsync(IPage page, string name)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, name);
        (await page.EvaluateAsync<string[]>(LowContrast)).ShouldBeEmpty(name);
    }
}
