package escrow

import "github.com/offerkit/offerkit/law"

// Stage is how far a purchase has come; it is derived from the log and never set.
// The zero Stage appears in no report.
//
// A purchase goes from open to funded, ready, released and closed, or it is
// terminated, refunding and refunded. Before it is released it can go back: a check
// that bounces makes it open again, and a day that passes ends that it is ready. After
// it was released nothing brings it back.
//
// The table shows what becomes of an event at each stage: + is taken, - is refused, and
// ± is either, as things stand otherwise. Facts come first: down to
// purchase.not_bona_fide, an event is refused only if it repeats or contradicts one
// that is known, or comes from someone who cannot report it.
//
//	                         open  funded  ready  released  closed  terminated  refunding  refunded
//	deposit.received         ±     ±       ±      ±         ±       ±           ±          ±
//	deposit.cleared          +     +       +      +         +       +           +          +
//	deposit.returned         +     +       +      +         +       +           +          +
//	certificate.received     ±     ±       ±      ±         ±       ±           ±          ±
//	certificate.returned     +     +       +      +         +       +           +          +
//	fact.observed            +     +       +      +         +       +           +          +
//	consent.given            +     +       +      +         +       +           +          +
//	hold.placed              +     +       +      +         +       +           +          +
//	hold.lifted              +     +       +      +         +       +           +          +
//	leg.settled              ±     ±       ±      ±         ±       ±           ±          ±
//	leg.failed               ±     ±       ±      ±         ±       ±           ±          ±
//	terminated               ±     ±       ±      ±         ±       ±           ±          ±
//	court.ordered            ±     ±       ±      ±         ±       ±           ±          ±
//	interest.earned          ±     ±       ±      ±         ±       ±           ±          ±
//	day.closed               +     +       +      +         +       +           +          +
//	purchase.not_bona_fide   +     +       +      +         +       +           +          +
//	waive                    +     +       +      -         -       +           +          +
//	release                  -     -       ±      -         -       -           -          -
//	refund                   ±     ±       ±      ±         ±       ±           ±          ±
//	unwind                   ±     ±       -      -         -       ±           ±          ±
//	certificates.deliver     -     -       -      ±         ±       -           -          -
//	reissue                  -     -       -      ±         -       -           -          -
//	suspense.apply           ±     ±       ±      -         -       -           ±          ±
//	cancel                   ±     ±       ±      -         -       ±           ±          ±
//	cancel.waive             ±     ±       ±      -         -       ±           ±          ±
//	closing.call             ±     ±       ±      ±         ±       ±           ±          ±
//	amend                    ±     ±       ±      ±         ±       ±           ±          ±
//	amendment.sign           ±     ±       ±      -         -       -           ±          ±
//	amendment.withdraw       ±     ±       ±      -         -       -           ±          ±
type Stage string

const (
	// StageOpen means that the amount due is not all there.
	StageOpen Stage = "open"
	// StageFunded means that good money covers the amount due.
	StageFunded Stage = "funded"
	// StageReady means that there is a Closing Date, and that the release can still
	// take place under the terms.
	StageReady Stage = "ready"
	// StageReleased means that the money and the certificates were ordered to
	// go out, and not every leg is settled.
	StageReleased Stage = "released"
	// StageClosed means that every leg of the release is settled.
	StageClosed Stage = "closed"
	// StageTerminated means that it was terminated or canceled, and money may
	// still be here.
	StageTerminated Stage = "terminated"
	// StageRefunding means that money is on its way back on a ground that ends
	// the purchase or its closing.
	StageRefunding Stage = "refunding"
	// StageRefunded means that all of it went back.
	StageRefunded Stage = "refunded"
)

func (Stage) all() []Stage {
	return []Stage{
		StageOpen, StageFunded, StageReady, StageReleased, StageClosed, StageTerminated, StageRefunding,
		StageRefunded,
	}
}

// UnmarshalText reads one of the words, and an empty text as none.
func (s *Stage) UnmarshalText(text []byte) error {
	return law.ReadWord(s, text, s.all()...)
}

func (v *view) stage(r *PurchaseReport, i int, m balance, blocked bool) Stage {
	switch {
	case r.Schedule.Closed && v.allSettled(i):
		return StageClosed
	case r.Schedule.Closed:
		return StageReleased
	}
	reserved, paid := v.goingBack(i)
	switch {
	case reserved && m.here() <= 0:
		return StageRefunding
	case paid && m.here() <= 0 && m.pending == 0:
		return StageRefunded
	}
	return v.openStage(r, i, blocked)
}

// goingBack reports whether money is on its way back on a ground that ends the
// purchase or its closing, and whether some was paid back on one that ends the
// purchase.
func (v *view) goingBack(i int) (reserved, paid bool) {
	for _, o := range v.purchases.Get(i).outs {
		l := v.legs.Get(o.leg)
		if l.Kind != LegRefund {
			continue
		}
		state := l.stateAt(v.at)
		switch Ground(l.For) {
		case GroundOutside, GroundMinimum, GroundMaximum, GroundTerminated, GroundCanceled:
			reserved = reserved || state == LegReserved
			paid = paid || state == LegDone
		case GroundNotice:
			reserved = reserved || state == LegReserved
		default: // these end none
		}
	}
	return reserved, paid
}

func (v *view) openStage(r *PurchaseReport, i int, blocked bool) Stage {
	switch {
	case !v.overAt(i, v.at).IsZero():
		return StageTerminated
	case !r.Schedule.Date.IsZero() && !blocked:
		return StageReady
	case r.DifferenceCents >= 0:
		return StageFunded
	}
	return StageOpen
}

// allSettled reports whether every leg of the release of a purchase is settled.
func (v *view) allSettled(i int) bool {
	for _, o := range v.purchases.Get(i).outs {
		l := v.legs.Get(o.leg)
		if state := l.stateAt(v.at); !l.Kind.refunds() && (state == LegReserved || state == LegOwed) {
			return false
		}
	}
	return true
}
