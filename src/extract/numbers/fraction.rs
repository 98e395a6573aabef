//! Fractions: N分之M, N又M分之K, 3/5.

use super::glyphs::Glyphs;
use super::numeral::{Numeral, Shape, Style, magnitude, signed};
use rust_decimal::Decimal;

/// 三分之二, 3又23分之5, 3/5, 1 4/3.
pub(super) fn fraction(
    glyphs: &Glyphs,
    i: usize,
    first: Numeral,
    unit: &dyn Fn(usize) -> bool,
) -> Option<Numeral> {
    if matches!(first.shape, Shape::More | Shape::About) {
        return None;
    }
    let end = first.end;
    if glyphs.has(end, "分之") {
        let (at, sign) = signed(glyphs, end + 2);
        let top = magnitude(glyphs, at, unit)?;
        return quotient(first, top, sign_of(sign), i);
    }
    if glyphs.at(end) == '又' {
        let bottom = magnitude(glyphs, end + 1, unit)?;
        if !glyphs.has(bottom.end, "分之") {
            return None;
        }
        let top = magnitude(glyphs, bottom.end + 2, unit)?;
        let part = quotient(bottom, top, Decimal::ONE, i)?;
        return Some(Numeral { value: first.value.checked_add(part.value)?, ..part });
    }
    let plain = |n: &Numeral| {
        n.style == Style::Arabic && n.value.is_integer() && n.end - n.start <= 4 && n.tail == Decimal::ONE
    };
    if plain(&first) && glyphs.at(end) == '/' && !glyphs.spaced(end) {
        let bottom = magnitude(glyphs, end + 1, unit).filter(plain)?;
        return (glyphs.at(bottom.end) != '/')
            .then(|| quotient(bottom, first, Decimal::ONE, i))?
            .map(|n| Numeral { end: bottom.end, ..n });
    }
    if plain(&first) && glyphs.spaced(end) && glyphs.at(end).is_ascii_digit() {
        let top = magnitude(glyphs, end, unit).filter(plain)?;
        let bottom =
            (glyphs.at(top.end) == '/').then(|| magnitude(glyphs, top.end + 1, unit))?.filter(plain)?;
        let part = quotient(bottom, top, Decimal::ONE, i)?;
        return Some(Numeral { value: first.value.checked_add(part.value)?, end: bottom.end, ..part });
    }
    None
}

fn quotient(bottom: Numeral, top: Numeral, sign: Decimal, start: usize) -> Option<Numeral> {
    let value = top.value.checked_div(bottom.value)?.checked_mul(sign)?;
    let style = if bottom.style == top.style { top.style } else { Style::Mixed };
    Some(Numeral {
        start,
        end: top.end.max(bottom.end),
        value,
        shape: Shape::Fraction,
        style,
        tail: Decimal::ONE,
        next: value,
    })
}

fn sign_of(minus: bool) -> Decimal {
    if minus { Decimal::NEGATIVE_ONE } else { Decimal::ONE }
}
