import type { ThemeConfig } from 'antd';

export const FONT =
  "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',system-ui,-apple-system,'Segoe UI',sans-serif";

/** One palette for antd and for our own styles (styles/tokens.css holds the same values). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#17548f',
    colorLink: '#17548f',
    colorError: '#b42318',
    colorWarning: '#a15c07',
    colorSuccess: '#1a7048',
    colorTextBase: '#1b2733',
    colorTextPlaceholder: '#687686',
    colorBorder: '#aab6c3',
    borderRadius: 6,
    fontSize: 15,
    controlHeight: 38,
    fontFamily: FONT,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Form: { labelColor: '#1b2733', verticalLabelPadding: '0 0 6px' },
  },
};
