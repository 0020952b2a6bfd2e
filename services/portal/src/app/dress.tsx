import { ConfigProvider } from 'antd';
import type { ComponentType } from 'react';
import { theme } from './theme.js';
import '../styles/forms.css';
import '../styles/details.css';
import { useAntdLocale } from './antd-locale.js';

export { prepareLocale } from './antd-locale.js';

/** Gives a page the component library's theme and words. It comes with the pages, so the first one need not wait. */
export function dressed(Page: ComponentType): ComponentType {
  return function DressedPage() {
    return (
      <ConfigProvider theme={theme} locale={useAntdLocale()} button={{ autoInsertSpace: false }}>
        <Page />
      </ConfigProvider>
    );
  };
}
