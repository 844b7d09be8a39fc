//! Rules of series and polls.

use super::Checker;

impl Checker<'_> {
    pub(super) fn figures(&mut self) {
        let atlas = self.atlas;
        for (index, series) in atlas.series.iter().enumerate() {
            let file = "series.json";
            let path = format!("series[{index}]");
            for (field, text) in [
                ("name", &series.name),
                ("unit", &series.unit),
                ("about", &series.about),
            ] {
                self.text(file, &format!("{path}.{field}"), text);
            }
            for (number, point) in series.points.iter().enumerate() {
                let path = format!("{path}.points[{number}]");
                self.sourced(file, &path, &point.citations);
                if point.low.is_some_and(|low| low > point.value)
                    || point.high.is_some_and(|high| high < point.value)
                {
                    self.report(file, format!("{path}.value"), "lies outside its own bounds");
                }
            }
            if series
                .points
                .windows(2)
                .any(|pair| pair[0].year >= pair[1].year)
            {
                self.report(
                    file,
                    format!("{path}.points"),
                    "must be in order of the years, each once",
                );
            }
        }
        for (index, poll) in atlas.polls.iter().enumerate() {
            let file = "polls.json";
            let path = format!("polls[{index}]");
            for (field, text) in [
                ("population", &poll.population),
                ("about", &poll.about),
                ("group", &poll.group),
            ] {
                self.text(file, &format!("{path}.{field}"), text);
            }
            self.sourced(file, &path, &poll.citations);
            let shares = [poll.favourable, poll.unfavourable, poll.neither];
            if shares
                .iter()
                .flatten()
                .any(|share| !(0.0..=100.0).contains(share))
                || shares.iter().flatten().sum::<f64>() > 100.5
            {
                self.report(
                    file,
                    path,
                    "shares are percentages and add up to at most 100",
                );
            }
        }
    }
}
