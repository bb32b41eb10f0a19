//! Why a site can't be shown in a browser.

use std::fmt::Display;

use super::Fault;

/// Says that another program listens on the port that was asked for.
pub fn port_taken(port: u16) -> Fault {
    Fault::new(
        format!("port {port} is taken by another program"),
        "stop that program, name another port with --port, or leave --port out: a free one is then found",
    )
}

/// Says that nothing can be served under the address that was asked for.
pub fn not_served(error: &dyn Display) -> Fault {
    Fault::new(
        format!("the site can't be served: {error}"),
        "leave out --host to serve on this computer only, or name one of its own addresses",
    )
}
