use std::sync::Arc;
use kuril_atlas::{dataset::*, scene::ground::Ground, state::*, ui::app::*, host::headless::Headless, model::{date::*,language::Language}};
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
fn main(){ 
    let args: Vec<String> = std::env::args().collect();
    let t=std::time::Instant::now();
    let a=match Atlas::load(&Origin::Embedded){Ok(a)=>Arc::new(a),Err(p)=>{println!("{p}");return}}; eprintln!("load {:?}",t.elapsed());
    let g=Arc::new(Ground::new(&a)); eprintln!("ground {:?}",t.elapsed());
    let d: HistoricalDate = args[1].parse().unwrap();
    let lang = Language::from_code(args.get(4).map(|s|s.as_str()).unwrap_or("en")).unwrap();
    let mut s=ViewState::new(d.last_day(), lang);
    if let Some(id)=args.get(5).filter(|s|!s.is_empty()) { s.selection=a.find_territory(id); }
    if let Some(t)=args.get(6) { if t=="dark" {s.theme=kuril_atlas::state::view_state::Theme::Dark} }
    if let Some(t)=args.get(7) { s.page=kuril_atlas::state::view_state::Page::ALL[t.parse::<usize>().unwrap()]; }
    if let Some(t)=args.get(8) { s.look=kuril_atlas::state::view_state::Look::At(kuril_atlas::state::view_state::Preset::ALL[t.parse::<usize>().unwrap()]); }
    if let Some(t)=args.get(9) { if t=="sbs" {s.side_by_side=true} else {s.view=kuril_atlas::model::view::View::from_id(t).unwrap()} }
    let wh: Vec<usize>=args[2].split('x').map(|v|v.parse().unwrap()).collect();
    let mut h=Headless::new([wh[0],wh[1]],1.0,|c|App::new(a.clone(),g.clone(),s,Content::Page,c));
    h.settle(); eprintln!("settle {:?}",t.elapsed());
    let c=h.picture(); eprintln!("picture {:?}",t.elapsed());
    let mut out=Vec::new(); kuril_atlas::raster::encode_png(&mut out,&c,&[]).unwrap(); std::fs::write(&args[3],out).unwrap(); eprintln!("png {:?}",t.elapsed());
}
