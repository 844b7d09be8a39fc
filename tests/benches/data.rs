//! What the data costs: reading and checking it, preparing the map, asking who holds what.

use std::sync::LazyLock;

use divan::{AllocProfiler, Bencher};
use kuril_atlas::dataset::{Atlas, Origin};
use kuril_atlas::model::date::Day;
use kuril_atlas::scene::ground::Ground;
use mimalloc::MiMalloc;

// Counts allocations too: a lookup must make none.
#[global_allocator]
static ALLOCATOR: AllocProfiler<MiMalloc> = AllocProfiler::new(MiMalloc);

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    Atlas::load(&Origin::Embedded).unwrap_or_else(|problems| panic!("{problems}"))
});

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn load() -> bool {
    Atlas::load(&Origin::Embedded).is_ok()
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn ground(bencher: Bencher<'_, '_>) {
    LazyLock::force(&ATLAS);
    bencher.bench(|| Ground::new(&ATLAS));
}

/// The holders of all territories on a day.
#[divan::bench(args = [1800, 1920, 1945, 2020])]
fn all_holders(bencher: Bencher<'_, '_>, year: i16) {
    let day = Day::new(year, 8, 28).unwrap_or(Day::MIN);
    LazyLock::force(&ATLAS);
    bencher.bench(|| {
        let holders = ATLAS
            .control
            .at(divan::black_box(day))
            .map(|phase| u32::from(phase.holding.holder.0));
        holders.sum::<u32>()
    });
}

/// The territory under a point.
#[divan::bench]
fn territory_at_a_point(bencher: Bencher<'_, '_>) {
    let ground = Ground::new(&ATLAS);
    bencher.bench_local(|| ground.territory_at(divan::black_box([147.88, 45.09]), 0.0));
}
