//! Teaching, without a screen: lessons that are played step by step, and quizzes.

pub mod draft;
pub mod quiz;
pub mod tour;
