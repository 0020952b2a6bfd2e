import { eventually } from '@nqi/test-kit/client';
import { City } from '../../e2e/test/support/city.js';
import { journeysIn } from './support/journeys.js';
import { barriersOn, tooWideOn } from './support/screens.js';

/** The other journeys prove something only if these checks can fail. */
describe('what watches the pages', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('notices a barrier and something too wide', async (cast) => {
    const { page } = await cast.anybody({ width: 360, height: 740 });
    await page.goto('/verify');
    await page.getByLabel('验真码').waitFor();

    await page.evaluate(() => {
      const banner = document.createElement('div');
      banner.className = 'too-wide';
      banner.style.width = '500px';
      banner.innerHTML = '<input type="text">';
      document.querySelector('main')?.append(banner);
    });

    expect(await barriersOn(page)).toEqual([expect.stringMatching(/^label /)]);
    expect(await tooWideOn(page)).toContain('DIV.too-wide');
  });

  journey('hears what the content security policy refuses and what fails', async (cast) => {
    const anybody = await cast.anybody();
    await anybody.goto('/verify');
    await anybody.heading('证书报告验真');

    await anybody.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      setTimeout(() => {
        throw new Error('nobody caught this');
      });
    });

    await eventually(() => {
      const heard = anybody.complaints.join('\n');
      expect(heard).toMatch(/Content Security Policy/);
      expect(heard).toMatch(/nobody caught this/);
    });
    anybody.expectComplaint(/Content Security Policy|nobody caught this/);
  });
});
