//! Independent pieces of work on several threads, handed back in their own order.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

/// A piece of work: the same result on any thread and beside any other.
pub struct Task<'a, T, E> {
    /// Whether it takes much longer than most: those begin first, so that none is left alone at the end.
    pub long: bool,
    /// The work.
    pub work: Box<dyn Fn() -> Result<T, E> + Send + Sync + 'a>,
}

/// Why work gave nothing.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended<E> {
    /// A piece of it failed.
    Failed(E),
    /// It was stopped.
    Stopped,
}

/// Returns how many threads the machine runs at once.
pub fn threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does all the work on so many threads, and returns the results in the order of the tasks.
///
/// * `go_on`: told on the calling thread how many pieces are done, each time one more is; it may stop there, and pieces begun are then waited for and lost.
///
/// Fails where a piece does: with the failure that comes first in the order of the tasks among those that happened.
pub fn together<T: Send, E: Send>(
    tasks: &[Task<'_, T, E>],
    threads: NonZeroUsize,
    go_on: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Vec<T>, Ended<E>> {
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    order.sort_by_key(|k| tasks.get(*k).is_none_or(|t| !t.long));
    let (next, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut made: Vec<Option<T>> = tasks.iter().map(|_| None).collect();
    let mut failed: Option<(usize, E)> = None;
    let mut stopped = false;
    thread::scope(|scope| {
        let (sender, receiver) = channel();
        for _ in 0..threads.get().min(tasks.len()) {
            let (sender, order, next, over) = (sender.clone(), &order, &next, &over);
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    let at = order.get(next.fetch_add(1, Ordering::Relaxed));
                    let Some((k, task)) = at.and_then(|k| Some((*k, tasks.get(*k)?))) else {
                        return;
                    };
                    if sender.send((k, (task.work)())).is_err() {
                        return;
                    }
                }
            });
        }
        // The threads hold the others: without this one, the last of them to end ends the answers.
        drop(sender);
        let mut done = 0;
        for (k, result) in receiver {
            match result {
                Ok(value) => {
                    done += 1;
                    if let Some(place) = made.get_mut(k) {
                        *place = Some(value);
                    }
                    if !stopped && failed.is_none() && go_on(done).is_break() {
                        stopped = true;
                    }
                }
                Err(e) if failed.as_ref().is_none_or(|(first, _)| k < *first) => failed = Some((k, e)),
                Err(_) => {}
            }
            if stopped || failed.is_some() {
                over.store(true, Ordering::Relaxed);
            }
        }
    });
    match (failed, stopped) {
        (Some((_, e)), _) => Err(Ended::Failed(e)),
        (None, true) => Err(Ended::Stopped),
        (None, false) => Ok(made.into_iter().flatten().collect()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

    use super::*;

    fn tasks(count: usize, bad: Option<usize>) -> Vec<Task<'static, usize, usize>> {
        let task = |k: usize| Task {
            long: k % 5 == 3,
            work: Box::new(move || if Some(k) == bad { Err(k) } else { Ok(k * k) }),
        };
        (0..count).map(task).collect()
    }

    fn on(threads: usize) -> NonZeroUsize {
        NonZeroUsize::new(threads).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_tasks_on_any_number_of_threads() {
        for threads in [1, 2, 7, 100] {
            let mut told = Vec::new();
            let go_on = &mut |done| {
                told.push(done);
                ControlFlow::Continue(())
            };
            let made = together(&tasks(40, None), on(threads), go_on).unwrap();
            assert_eq!(made, (0..40).map(|k| k * k).collect::<Vec<_>>());
            assert_eq!(told, (1..=40).collect::<Vec<_>>());
        }
        assert_eq!(
            together(&tasks(0, None), on(3), &mut |_| ControlFlow::Break(())),
            Ok(Vec::new())
        );
    }

    #[test]
    fn a_failure_and_a_stop_end_it() {
        let all = tasks(40, Some(11));
        let ended = together(&all, on(3), &mut |_| ControlFlow::Continue(()));
        assert_eq!(ended, Err(Ended::Failed(11)));
        let mut told = 0;
        let stopped = together(&tasks(10_000, None), on(3), &mut |_| {
            told += 1;
            ControlFlow::Break(())
        });
        assert_eq!((stopped, told), (Err(Ended::Stopped), 1));
    }
}
