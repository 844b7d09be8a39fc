//! What a frame costs: the program on a screen of 1920×1080, up to and including tessellation.

use std::sync::{Arc, LazyLock};

use divan::Bencher;
use kuril_atlas::dataset::{Atlas, Origin};
use kuril_atlas::host::headless::Headless;
use kuril_atlas::model::date::Day;
use kuril_atlas::model::language::Language;
use kuril_atlas::scene::ground::Ground;
use kuril_atlas::state::view_state::Page;
use kuril_atlas::state::{Command, ViewState};
use kuril_atlas::ui::app::{App, Content};

// The allocator of the program: it decides much of what a frame costs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

static ATLAS: LazyLock<Arc<Atlas>> = LazyLock::new(|| {
    Arc::new(Atlas::load(&Origin::Embedded).unwrap_or_else(|problems| panic!("{problems}")))
});
static GROUND: LazyLock<Arc<Ground>> = LazyLock::new(|| Arc::new(Ground::new(&ATLAS)));

fn main() {
    divan::main();
}

/// The screen with Iturup chosen and a page of the inspector open.
fn screen(page: Page) -> Headless {
    let mut state = ViewState::new(
        Day::new(1930, 12, 31).unwrap_or(Day::MIN),
        Language::English,
    );
    state.selection = ATLAS.find_territory("iturup");
    state.page = page;
    let make = |context: &egui::Context| {
        App::new(
            Arc::clone(&ATLAS),
            Arc::clone(&GROUND),
            state,
            Content::Page,
            context,
        )
    };
    let mut screen = Headless::new([1920, 1080], 1.0, make).with_kept_canvas();
    screen.settle();
    // All years once, so that no frame that counts is the first of its kind.
    for _ in 0..240 {
        scrub(&mut screen);
    }
    screen
}

/// One year on, from the end back to the beginning.
fn scrub(screen: &mut Headless) {
    step(screen);
    divan::black_box(screen.frame(Vec::new()));
}

fn step(screen: &mut Headless) {
    let at_end = screen.app().state().date >= Atlas::range().1;
    screen.app().send(if at_end {
        Command::First
    } else {
        Command::Step(1)
    });
}

#[divan::bench(args = Page::ALL, sample_count = 300, sample_size = 1)]
fn scrubbing(bencher: Bencher<'_, '_>, page: Page) {
    let mut screen = screen(page);
    bencher.bench_local(|| scrub(&mut screen));
}

#[divan::bench(args = Page::ALL, sample_count = 300, sample_size = 1)]
fn still(bencher: Bencher<'_, '_>, page: Page) {
    let mut screen = screen(page);
    bencher.bench_local(|| divan::black_box(screen.frame(Vec::new())));
}

/// A year step with its pixels: those that change.
#[divan::bench(args = Page::ALL, sample_count = 300, sample_size = 1)]
fn scrubbing_with_pixels(bencher: Bencher<'_, '_>, page: Page) {
    let mut screen = screen(page);
    bencher.bench_local(|| {
        step(&mut screen);
        divan::black_box(screen.repaint(Vec::new()));
    });
}

#[divan::bench(args = [[1280, 800], [1920, 1080]], sample_count = 30, sample_size = 1)]
fn picture(bencher: Bencher<'_, '_>, size: [usize; 2]) {
    bencher.bench_local(|| {
        let state = ViewState::new(
            Day::new(1930, 12, 31).unwrap_or(Day::MIN),
            Language::English,
        );
        let make = |context: &egui::Context| {
            App::new(
                Arc::clone(&ATLAS),
                Arc::clone(&GROUND),
                state,
                Content::Page,
                context,
            )
        };
        let mut screen = Headless::new(size, 1.0, make);
        screen.settle();
        let canvas = screen.picture();
        let mut file = Vec::new();
        let written = kuril_atlas::raster::encode_png(&mut file, &canvas, &[]);
        assert!(written.is_ok(), "{written:?}");
        file
    });
}
