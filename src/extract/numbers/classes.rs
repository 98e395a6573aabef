//! What a character may be to the grammars of numbers, quantities and times, a bit each: looked up once for each character
//! of a text, so that the scans ask a bit and not a list.

use super::glyphs::other_forms;
use std::sync::LazyLock;

/// Some of the bits below.
pub(crate) type Class = u16;

/// An Arabic digit.
pub(crate) const DIGIT: Class = 1;
/// A whole number of a date may begin with it.
pub(crate) const INT: Class = 1 << 1;
/// It may stand within a numeral, or between two that belong together.
pub(crate) const NUMERAL: Class = 1 << 2;
/// It may begin a word for a time, or separate the numbers of one.
pub(crate) const TIME: Class = 1 << 3;
/// A time may begin with it when a number follows: 第三季度, 近五年, 晚8点.
pub(crate) const BEFORE_NUMBER: Class = 1 << 4;
/// A quantity may begin with it.
pub(crate) const AMOUNT: Class = 1 << 5;
/// The name of a currency or a scale of degrees may begin with it.
pub(crate) const SCALE: Class = 1 << 6;
/// It ends a line or a sentence.
pub(crate) const END: Class = 1 << 7;

/// White space, which the grammars do not see.
pub(crate) const SPACE: Class = 1 << 8;
/// The grammars write it in another form, to which its other classes belong.
pub(crate) const OTHER_FORM: Class = 1 << 9;

/// The classes with their characters, in the form in which the grammars write them.
static CLASSES: &[(Class, &str)] = &[
    (DIGIT | INT | NUMERAL | AMOUNT, "0123456789"),
    (INT | NUMERAL | AMOUNT, "零一壹弌幺二贰三叁仨四肆五伍六陆七柒八捌九玖十拾两廿卅"),
    (NUMERAL | AMOUNT, "百佰千仟万亿卌几数半."),
    (NUMERAL, "兆多余来,、和或至到"),
    (TIME, "年月日号时点分秒周天旬季世纪代岁夜晚晨早午期钟刻星礼宵春夏秋冬节昼黄傍凌清-/·•:~—–…"),
    (BEFORE_NUMBER, "第前头周闰近这早晨午晚夜半"),
    (AMOUNT, "第负-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (AMOUNT | SCALE, "$¥€£₩₹₽₫฿₺华摄人新台港美欧英日韩泰瑞澳加"),
    (END, "\n。！？!?"),
];

/// The classes of each character of the Basic Multilingual Plane as a text has it; those beyond have none.
static TABLE: LazyLock<Box<[Class]>> = LazyLock::new(|| {
    let mut written = vec![0; 0x1_0000].into_boxed_slice();
    for (class, chars) in CLASSES {
        chars.chars().for_each(|c| written[c as usize] |= class);
    }
    let mut table = written.clone();
    for (c, form) in other_forms() {
        if let Some(class) = table.get_mut(c as usize) {
            *class = OTHER_FORM | written.get(form as usize).copied().unwrap_or(0);
        }
    }
    // nothing wider than the ideographic space; a line break stays
    let spaces = ('\0'..='\u{3000}').filter(|c| c.is_whitespace() && *c != '\n');
    spaces.chain(['\u{200b}', '\u{feff}']).for_each(|c| table[c as usize] = SPACE);
    table
});

/// The classes by character.
pub(crate) fn table() -> &'static [Class] {
    &TABLE
}
