//! How a quantity is told from others: by its shape as well as by its colour.

/// The colour of a quantity; the theme decides which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// One of the colours for series, by its number.
    Series(usize),
    Favourable,
    Unfavourable,
}

/// The shape and colour of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub shape: Shape,
    pub ink: Ink,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
}

impl Shape {
    const ALL: [Self; 4] = [Self::Circle, Self::Square, Self::Triangle, Self::Diamond];

    /// The shape of a number; they come again after four.
    #[must_use]
    pub const fn of(index: usize) -> Self {
        Self::ALL[index % Self::ALL.len()]
    }
}

impl Look {
    /// The look of the quantity at a position; none comes again before the seventeenth.
    #[must_use]
    pub const fn of(index: usize) -> Self {
        Self {
            shape: Shape::of(index),
            ink: Ink::Series((index + index / 4) % 4),
        }
    }
}

/// Where the figures of a quantity are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Stated in the two texts, or computed from them.
    Texts,
    /// From published sources beyond the texts.
    Beyond,
    /// From a table of the reader's own.
    Own,
}

/// How a mark is drawn, whatever its shape and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The year is not stated, or the value is not from the texts.
    pub is_hollow: bool,
    /// The value is computed.
    pub is_crossed: bool,
    /// The value is not from the texts.
    pub is_small: bool,
}

impl Form {
    /// A value as the text states it.
    pub const PLAIN: Self = Self {
        is_hollow: false,
        is_crossed: false,
        is_small: false,
    };

    /// A value from beyond the texts.
    pub const BEYOND: Self = Self {
        is_hollow: true,
        is_crossed: false,
        is_small: true,
    };

    /// The form of a figure.
    #[must_use]
    pub fn of(figure: &super::Figure) -> Self {
        if figure.is_beyond() {
            return Self {
                is_crossed: figure.formula.is_some(),
                ..Self::BEYOND
            };
        }
        Self {
            is_hollow: !figure.is_year_stated,
            is_crossed: figure.is_computed(),
            is_small: false,
        }
    }
}
