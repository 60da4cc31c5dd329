"use client";

import { Component, type ReactNode } from "react";
import { followHand, hold } from "./hold";

/**
 * Keeps what is in the reader's hand where it is while the page changes by itself: between pressing and lifting a button nothing slides
 * under the finger, and a click never lands on a neighbour. Holds whenever `of` is another than before.
 */
export class Steady extends Component<{ of: unknown; children: ReactNode }> {
  private forget: (() => void) | null = null;

  override componentDidMount(): void {
    this.forget = followHand();
  }

  override componentWillUnmount(): void {
    this.forget?.();
  }

  // Only here is the page still as it was, in the same step in which it changes: a class, because no hook has this moment.
  override getSnapshotBeforeUpdate(before: { of: unknown }): (() => void) | null {
    return before.of === this.props.of ? null : hold();
  }

  override componentDidUpdate(_props: unknown, _state: unknown, letGo: (() => void) | null): void {
    letGo?.();
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
