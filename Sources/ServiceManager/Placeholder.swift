/// A place for it.
package enum Placeholder {}
