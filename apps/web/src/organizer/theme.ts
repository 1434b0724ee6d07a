import type { ThemeConfig } from 'antd';

/** The look's tokens, as Ant Design names them. */
export const organizerTheme: ThemeConfig = {
  cssVar: { key: 'kaosai' },
  hashed: false,
  token: {
    colorPrimary: '#1B365D', colorInfo: '#1B365D', colorLink: '#1B365D', colorSuccess: '#2A6448', colorWarning: '#85500A',
    colorError: '#BF2F1B', colorTextBase: '#1A1D23', colorBgLayout: '#FBFAF6', colorBgContainer: '#FFFFFF', colorFillAlter: '#F3F1EA',
    colorText: '#1A1D23', colorTextSecondary: '#434852', colorTextTertiary: '#5F646E', colorTextPlaceholder: '#5F646E', colorTextDisabled: '#5F646E',
    colorTextDescription: '#5F646E', colorIcon: '#434852', colorBorder: '#7A7E86', colorBorderSecondary: '#DEDACF', colorSplit: '#DEDACF',
    colorBgMask: 'rgba(15,34,64,.42)', borderRadius: 4, borderRadiusSM: 2, borderRadiusLG: 6, fontSize: 16, controlHeight: 44,
    controlHeightLG: 56, controlHeightSM: 36, lineWidthFocus: 3, motionDurationFast: '0.12s', motionDurationMid: '0.24s', motionDurationSlow: '0.24s',
    boxShadow: 'none', boxShadowSecondary: '0 12px 32px rgba(15,34,64,.18)', fontFamily: 'var(--sans)', fontFamilyCode: 'var(--mono)',
    colorPrimaryBg: '#E8EDF5', controlItemBgActive: '#E8EDF5', controlItemBgActiveHover: '#CFDAE8', controlItemBgHover: '#F3F1EA', screenXS: 360, screenXSMin: 360,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Select: { optionSelectedBg: '#E8EDF5', optionHeight: 44, optionPadding: '10px 12px', showArrowPaddingInlineEnd: 32, multipleItemBg: '#E8EDF5' },
    Steps: { titleLineHeight: 28 },
    Drawer: { footerPaddingBlock: 14, footerPaddingInline: 24 },
    Modal: { titleFontSize: 21, contentBg: '#FFFFFF' },
    Checkbox: { colorBorder: '#7A7E86' },
    Segmented: { itemSelectedBg: '#1B365D', itemSelectedColor: '#FFFFFF', trackBg: '#F3F1EA', itemColor: '#1A1D23' },
    Tabs: { inkBarColor: '#1B365D', titleFontSize: 16 },
  },
};

/** For those who want no motion: the look switches animations off, so nothing may wait for the end of one. */
export const stillTheme: ThemeConfig = { ...organizerTheme, token: { ...organizerTheme.token, motion: false } };
