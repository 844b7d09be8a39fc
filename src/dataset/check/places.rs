//! Rules of polities, sources and territories.

use super::Checker;

impl Checker<'_> {
    pub(super) fn texts(&mut self) {
        let atlas = self.atlas;
        for (index, polity) in atlas.polities.iter().enumerate() {
            self.text(
                "polities.json",
                &format!("polities[{index}].name"),
                &polity.name,
            );
            self.text(
                "polities.json",
                &format!("polities[{index}].short"),
                &polity.short,
            );
        }
        for (index, source) in atlas.sources.iter().enumerate() {
            if source.title.trim().is_empty() {
                self.report(
                    "sources.json",
                    format!("sources[{index}].title"),
                    "is empty",
                );
            }
            for (field, text) in [("name", &source.name), ("note", &source.note)] {
                if let Some(text) = text {
                    self.text("sources.json", &format!("sources[{index}].{field}"), text);
                }
            }
        }
    }

    pub(super) fn territories(&mut self) {
        let atlas = self.atlas;
        let mut owners: std::collections::HashMap<&str, &str> = std::collections::HashMap::new();
        let known: std::collections::HashSet<&str> = atlas
            .land
            .medium
            .iter()
            .chain(&atlas.land.islands)
            .map(|shape| shape.id.as_str())
            .collect();
        for (index, territory) in atlas.territories() {
            let path = format!("territories[{}]", index.index());
            let file = "territories.json";
            self.text(file, &format!("{path}.name"), &territory.name);
            self.text(file, &format!("{path}.about"), &territory.about);
            for (number, shape) in territory.shapes.iter().enumerate() {
                let place = format!("{path}.shapes[{number}]");
                if !known.contains(shape.as_str()) {
                    self.report(
                        file,
                        place.clone(),
                        format!("there is no shape \"{shape}\" in geo/"),
                    );
                }
                if let Some(other) = owners.insert(shape, &territory.id) {
                    self.report(
                        file,
                        place,
                        format!("the shape \"{shape}\" belongs to \"{other}\" already"),
                    );
                }
            }
            let has_parts = atlas.parts_of(index).next().is_some();
            if has_parts != territory.shapes.is_empty() {
                self.report(
                    file,
                    format!("{path}.shapes"),
                    "a territory has either shapes or parts that have them",
                );
            }
            if !has_parts && territory.test_points.is_empty() {
                self.report(
                    file,
                    format!("{path}.test_points"),
                    "needs at least one point inside, for the tests",
                );
            }
            if territory.part_of == Some(index) {
                self.report(
                    file,
                    format!("{path}.part_of"),
                    "a territory is no part of itself",
                );
            }
        }
    }
}
