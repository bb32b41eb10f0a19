//! Where the links of a page lead that stands outside its site.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use lol_html::errors::RewritingError;
use lol_html::{element, end_tag};

use super::html::rewritten;
use super::inside::SeenFrom;
use crate::plan::web;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinkWay {
    /// It stays as it is: a part of the page, a phone number, another site.
    Stays,
    To(String),
    /// To a page of the site that nobody can reach from here: its words stay.
    Nowhere,
}

/// Returns where a link of a page leads.
pub(super) fn way(href: &str, page: SeenFrom<'_>) -> LinkWay {
    let Some((path, part)) = page.file(href) else {
        let is_outside = href.starts_with('#') || href.contains(':') || href.starts_with("//");
        return if is_outside { LinkWay::Stays } else { LinkWay::Nowhere };
    };
    if path == page.path && !part.is_empty() {
        return LinkWay::To(part);
    }
    let web = page.site.web_address.as_deref();
    web.map_or(LinkWay::Nowhere, |site| LinkWay::To(web::below(site, path) + &part))
}

/// The elements that are there for the links in them, as a selector: menus, the lists above and below the text, and ways onward.
const MENUS: &str = "nav, header ul, footer ul, .onward, .used-by";

/// Returns a page without those of its menus that have no link which leads anywhere.
pub(super) fn without_idle_menus(html: &str, page: SeenFrom<'_>) -> Result<String, RewritingError> {
    let menus = Rc::new(RefCell::new(Menus::default()));
    rewritten(
        html,
        vec![
            element!(MENUS, |menu| {
                let at = menu.source_location().bytes().start;
                // An element may be found in more than one way.
                if menus.borrow_mut().begin(at)
                    && let Some(ends) = menu.end_tag_handlers()
                {
                    let menus = menus.clone();
                    ends.push(end_tag!(move |_end| {
                        menus.borrow_mut().end();
                        Ok(())
                    }));
                }
                Ok(())
            }),
            element!("a[href]", |link| {
                menus.borrow_mut().link(&way(&link.get_attribute("href").unwrap_or_default(), page));
                Ok(())
            }),
        ],
    )?;
    let idle = menus.take().idle;
    let remove = element!(MENUS, |menu| {
        if idle.contains(&menu.source_location().bytes().start) {
            menu.remove();
        }
        Ok(())
    });
    rewritten(html, vec![remove])
}

/// The menus that have begun, and what is known of those that are over.
#[derive(Default)]
struct Menus {
    last: Option<usize>,
    open: Vec<OpenMenu>,
    /// Where those begin that lead nowhere.
    idle: BTreeSet<usize>,
}

struct OpenMenu {
    at: usize,
    has_links: bool,
    leads: bool,
}

impl Menus {
    /// Tells whether a menu begins here that hasn't begun already.
    fn begin(&mut self, at: usize) -> bool {
        let is_new = self.last.replace(at) != Some(at);
        if is_new {
            self.open.push(OpenMenu { at, has_links: false, leads: false });
        }
        is_new
    }

    fn link(&mut self, way: &LinkWay) {
        for menu in &mut self.open {
            menu.has_links = true;
            menu.leads |= *way != LinkWay::Nowhere;
        }
    }

    fn end(&mut self) {
        let over = self.open.pop().filter(|menu| menu.has_links && !menu.leads);
        self.idle.extend(over.map(|menu| menu.at));
    }
}
