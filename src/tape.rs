//! A value as a row of numbers and one string: so a page crosses into JavaScript, where an object or a string at a time would
//! take longer than reading the page. `js/tape.ts` plays it back to the same plain data that JSON would give.
//!
//! A value is a word on the tape, its kind in the lowest three bits, and what follows of it:
//!
//! | kind | the other bits | what follows |
//! |---|---|---|
//! | 0 number | the number | |
//! | 1 constant | 0 null, 1 true, 2 false | |
//! | 2 name | its index in the names | |
//! | 3 string | its length in UTF-16 code units | its characters, next in the string |
//! | 4 object | the index of its shape | a value for each key of the shape |
//! | 5 list | its length | its values |
//! | 6 any other number | 0 | the two halves of the double, the lower first |
//! | 7 column | its length | as a list's, all numbers or all names |

use rustc_hash::FxHashMap;
use serde::Serialize;
use serde::ser::{self, Impossible, SerializeSeq, SerializeStruct, SerializeTuple};
use std::fmt;

const NUMBER: u32 = 0;
const CONSTANT: u32 = 1;
const NAME: u32 = 2;
const STRING: u32 = 3;
const OBJECT: u32 = 4;
const LIST: u32 = 5;
const DOUBLE: u32 = 6;
const COLUMN: u32 = 7;

const NULL: u32 = CONSTANT;
const TRUE: u32 = 1 << 3 | CONSTANT;
const FALSE: u32 = 2 << 3 | CONSTANT;

/// Numbers from here on do not fit beside their kind.
const LARGE: u32 = 1 << 29;

/// What was written.
#[derive(Debug, Default)]
pub struct Tape {
    /// The values.
    pub words: Vec<u32>,
    /// All strings, one after the other, in UTF-16: JavaScript takes that in a tenth of the time.
    pub strings: Vec<u16>,
    /// Names that the engine itself says.
    pub names: Vec<&'static str>,
    /// The keys of each kind of object.
    pub shapes: Vec<Vec<&'static str>>,
    /// By their place in memory, where one that is said again mostly stands.
    name_indexes: FxHashMap<(usize, usize), u32>,
    /// The shape that was last seen under the name of a type and a number of keys.
    shape_indexes: FxHashMap<(&'static str, usize), u32>,
    /// The keys so far of the objects that are being written, the innermost last.
    keys: Vec<&'static str>,
}

impl Tape {
    /// Writes a value.
    pub fn of(value: &impl Serialize) -> Result<Tape, Unwritable> {
        let mut tape = Tape::default();
        value.serialize(&mut tape)?;
        Ok(tape)
    }

    fn put(&mut self, kind: u32, rest: u32) {
        self.words.push(rest << 3 | kind);
    }

    fn number(&mut self, value: u64) {
        if value < u64::from(LARGE) {
            self.put(NUMBER, value as u32);
        } else {
            self.double(value as f64);
        }
    }

    fn double(&mut self, value: f64) {
        let bits = value.to_bits();
        self.words.extend([DOUBLE, bits as u32, (bits >> 32) as u32]);
    }

    fn shape(&mut self, name: &'static str, from: usize) -> u32 {
        let keys = &self.keys[from..];
        let fits = |shape: &Vec<&'static str>| {
            // the same type's keys are the same piece of memory, mostly
            shape.len() == keys.len() && shape.iter().zip(keys).all(|(a, b)| std::ptr::eq(*a, *b) || a == b)
        };
        let last = self.shape_indexes.get(&(name, keys.len()));
        if let Some(index) = last.filter(|index| fits(&self.shapes[**index as usize])) {
            return *index;
        }
        let index = self.shapes.iter().position(fits).unwrap_or_else(|| {
            self.shapes.push(keys.to_vec());
            self.shapes.len() - 1
        }) as u32;
        self.shape_indexes.insert((name, keys.len()), index);
        index
    }
}

/// A value of a kind that no result has.
#[derive(Debug)]
pub struct Unwritable(String);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Unwritable(message.to_string())
    }
}

fn unwritable<T>(what: &str) -> Result<T, Unwritable> {
    Err(Unwritable(format!("no result has a {what} in it")))
}

/// An object under way.
pub struct Object<'a> {
    tape: &'a mut Tape,
    name: &'static str,
    /// Where on the tape it begins.
    at: usize,
    /// Where its keys begin.
    keys: usize,
}

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.tape.keys.push(key);
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Unwritable> {
        let shape = self.tape.shape(self.name, self.keys);
        self.tape.keys.truncate(self.keys);
        self.tape.words[self.at] = shape << 3 | OBJECT;
        Ok(())
    }
}

/// A list under way.
pub struct List<'a> {
    tape: &'a mut Tape,
    /// Where on the tape it begins.
    at: usize,
}

impl<'a> List<'a> {
    fn new(tape: &'a mut Tape, length: usize) -> List<'a> {
        let at = tape.words.len();
        tape.put(LIST, length as u32);
        List { tape, at }
    }
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Unwritable> {
        let (head, values) = self.tape.words[self.at..].split_at_mut(1);
        let all = |kind: u32| values.iter().all(|word| word & 7 == kind);
        if values.len() == (head[0] >> 3) as usize && (all(NUMBER) || all(NAME)) {
            head[0] = head[0] & !7 | COLUMN;
        }
        Ok(())
    }
}

impl SerializeTuple for List<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Unwritable> {
        SerializeSeq::end(self)
    }
}

type Never = Impossible<(), Unwritable>;

impl<'a> ser::Serializer for &'a mut Tape {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStructVariant = Never;

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.words.push(if value { TRUE } else { FALSE });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        match u64::try_from(value) {
            Ok(value) => self.number(value),
            Err(_) => self.double(value as f64),
        }
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        self.number(value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritable> {
        self.double(value);
        Ok(())
    }

    fn serialize_char(self, _: char) -> Result<(), Unwritable> {
        unwritable("character")
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        let from = self.strings.len();
        self.strings.extend(value.encode_utf16());
        self.put(STRING, (self.strings.len() - from) as u32);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritable> {
        unwritable("row of bytes")
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.words.push(NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Unwritable> {
        let place = (name.as_ptr() as usize, name.len());
        let index = self.name_indexes.get(&place).copied().unwrap_or_else(|| {
            let index = self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
                self.names.push(name);
                self.names.len() - 1
            }) as u32;
            self.name_indexes.insert(place, index);
            index
        });
        self.put(NAME, index);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritable> {
        unwritable("named alternative")
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List<'a>, Unwritable> {
        let Some(length) = length else { return unwritable("list of unknown length") };
        Ok(List::new(self, length))
    }

    fn serialize_tuple(self, length: usize) -> Result<List<'a>, Unwritable> {
        Ok(List::new(self, length))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Unwritable> {
        unwritable("tuple with a name")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unwritable> {
        unwritable("named alternative")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, Unwritable> {
        unwritable("map")
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'a>, Unwritable> {
        let (at, keys) = (self.words.len(), self.keys.len());
        self.words.push(0);
        Ok(Object { tape: self, name, at, keys })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unwritable> {
        unwritable("named alternative")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixed;
    use serde_json::{Value, json};

    /// What `js/tape.ts` does.
    fn play(tape: &Tape, at: &mut usize, units: &mut &[u16]) -> Value {
        let word = tape.words[*at];
        *at += 1;
        let rest = word >> 3;
        match word & 7 {
            NUMBER => json!(rest),
            CONSTANT => [Value::Null, json!(true), json!(false)][rest as usize].clone(),
            NAME => json!(tape.names[rest as usize]),
            STRING => {
                let (string, after) = units.split_at(rest as usize);
                *units = after;
                json!(String::from_utf16(string).unwrap())
            }
            OBJECT => {
                let keys = &tape.shapes[rest as usize];
                keys.iter().map(|key| (key.to_string(), play(tape, at, units))).collect()
            }
            LIST | COLUMN => (0..rest).map(|_| play(tape, at, units)).collect(),
            _ => {
                *at += 2;
                let [low, high] = [tape.words[*at - 2], tape.words[*at - 1]].map(u64::from);
                json!(f64::from_bits(high << 32 | low))
            }
        }
    }

    #[test]
    fn is_played_back_as_json_would_be() {
        #[derive(Serialize)]
        struct Outer<'a> {
            text: &'a str,
            inner: Vec<Inner>,
            pair: [Option<f64>; 2],
            large: u64,
            below: i64,
            yes: bool,
            empty: Vec<u32>,
            numbers: [u32; 3],
        }
        #[derive(Serialize)]
        struct Inner {
            #[serde(serialize_with = "fixed")]
            rule: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            here: Option<u32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            there: Option<String>,
        }
        let inner = |rule, here, there: Option<&str>| Inner { rule, here, there: there.map(str::to_string) };
        let value = Outer {
            text: "版面😀é",
            inner: vec![
                inner("one", Some(1), None),
                inner("two", None, Some("")),
                inner("one", None, None),
                inner("one", Some(LARGE - 1), Some("二")),
                inner("two", Some(LARGE), None),
            ],
            pair: [Some(-0.5), None],
            large: 1 << 40,
            below: -3,
            yes: true,
            empty: Vec::new(),
            numbers: [3, 0, 5],
        };
        let tape = Tape::of(&value).unwrap();
        let (mut at, mut rest) = (0, tape.strings.as_slice());
        let mut expected = serde_json::to_value(&value).unwrap();
        // JavaScript has doubles only
        expected["inner"][4]["here"] = json!(f64::from(LARGE));
        expected["large"] = json!((1_u64 << 40) as f64);
        expected["below"] = json!(-3.0);
        assert_eq!(play(&tape, &mut at, &mut rest), expected);
        assert_eq!((at, rest.len()), (tape.words.len(), 0));
        assert_eq!(tape.names, ["one", "two"]);
        assert_eq!(tape.words[tape.words.len() - 4..], [3 << 3 | COLUMN, 3 << 3, 0, 5 << 3]);
        assert_eq!(tape.shapes.len(), 5);
    }

    #[test]
    fn what_no_result_has_is_refused() {
        let map = std::collections::BTreeMap::from([(1, 2)]);
        assert_eq!(Tape::of(&map).unwrap_err().to_string(), "no result has a map in it");
    }
}
