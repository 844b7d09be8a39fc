//! Teaching, without a screen: lessons that are played step by step.

pub mod tour;
