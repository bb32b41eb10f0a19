//! Listening, and one task for each connection.

use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{Instant, timeout, timeout_at};

use super::{ServeOptions, ServedSite, answer};
use crate::problem::fault::{Fault, serving};

/// The port that is tried first, and how many after it.
const PORTS: std::ops::Range<u16> = 1111..1211;

/// How many clients can have a place at once, and how long each may hold it.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// More than any number of tabs needs: each open page holds one.
    pub places: usize,
    /// To say what they want, or to want something more.
    pub head: Duration,
    /// All in all. A page that is still open then asks again, for which it needs no more than a moment.
    pub turn: Duration,
    /// After that, to read to its end what they are being sent.
    pub parting: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        let [head, turn, parting] = [10, 120, 30].map(Duration::from_secs);
        ConnectionLimits { places: 512, head, turn, parting }
    }
}

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: usize = 128 << 10;

/// Returns the listeners: the first one's address is the server's. Without a host those are IPv4 and IPv6 on this computer.
pub fn listen(options: &ServeOptions) -> Result<Vec<TcpListener>, Fault> {
    let Some(port) = options.port else {
        let any = PORTS.chain([0]);
        let found = any.map(|port| listen_on(options.host.as_deref(), port)).find(|found| !is_taken(found));
        return found
            .unwrap_or_else(|| Err(io::ErrorKind::AddrInUse.into()))
            .map_err(|error| serving::not_served(&error));
    };
    listen_on(options.host.as_deref(), port).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => serving::port_taken(port),
        _ => serving::not_served(&error),
    })
}

fn is_taken(found: &io::Result<Vec<TcpListener>>) -> bool {
    found.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse)
}

fn listen_on(host: Option<&str>, port: u16) -> io::Result<Vec<TcpListener>> {
    let Some(host) = host else {
        let first = TcpListener::bind(("127.0.0.1", port))?;
        let port = first.local_addr()?.port();
        // Browsers may take `localhost` for either address, so another program must not have the second one.
        return match TcpListener::bind(("::1", port)) {
            Ok(second) => Ok(vec![first, second]),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
            Err(_) => Ok(vec![first]),
        };
    };
    let host = host.trim_matches(['[', ']']);
    let addresses: Vec<SocketAddr> = (host, port).to_socket_addrs()?.collect();
    Ok(vec![TcpListener::bind(&addresses[..])?])
}

/// Serves until `stopped`. What goes wrong with one connection ends that one only.
pub fn serve(listeners: Vec<TcpListener>, site: ServedSite, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else { return };
    let site = Arc::new(site);
    let places = Arc::new(Semaphore::new(site.limits.places));
    runtime.block_on(async move {
        for listener in listeners {
            let (site, places) = (site.clone(), places.clone());
            tokio::spawn(async move {
                let Ok(()) = listener.set_nonblocking(true) else { return };
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
                accept(&listener, &site, &places).await;
            });
        }
        // An error means that the sender is gone, which is how the server is told to stop.
        let _ = stopped.await;
    });
    runtime.shutdown_background();
}

async fn accept(listener: &tokio::net::TcpListener, site: &Arc<ServedSite>, places: &Arc<Semaphore>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many open files, perhaps: it gets better when others have closed theirs.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // One connection too many is closed at once.
        let Ok(place) = places.clone().try_acquire_owned() else { continue };
        let site = site.clone();
        tokio::spawn(async move {
            converse(stream, site).await;
            drop(place);
        });
    }
}

async fn converse(stream: TcpStream, site: Arc<ServedSite>) {
    let ConnectionLimits { head, turn, parting, .. } = site.limits;
    let until = Instant::now() + turn;
    let service = service_fn(move |request| {
        let site = site.clone();
        async move { Ok::<_, std::convert::Infallible>(answer::answer(site, request, until).await) }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(head).max_buf_size(LONGEST_HEAD);
    let mut connection = pin!(server.serve_connection(TokioIo::new(stream), service));
    // The browser has gone, or spoke no HTTP: nobody is left to tell.
    if timeout_at(until, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        // One that reads nothing would hold its place for good.
        let _ = timeout(parting, connection).await;
    }
}
