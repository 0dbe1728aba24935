"""A contact centre of two skills in the public simulator ciw, printed beside Muster's own.

    python3 ciw_race.py [CONTACTS]

Two nodes of five agents, 60 contacts an hour each, 240 s of work, 120 s of patience. Muster plays
more than that: agents of both skills who take from the longer queue, which ciw has no word for.
"""
import sys
import time

try:
    import ciw
except ImportError:
    print("ciw: not there; skipped")
    sys.exit(0)

contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
hours = contacts / 120
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(60)] * 2,
    service_distributions=[ciw.dists.Exponential(15)] * 2,
    reneging_time_distributions=[ciw.dists.Exponential(30)] * 2,
    routing=[[0.0, 0.0], [0.0, 0.0]],
    number_of_servers=[5, 5],
)
ciw.seed(1)
begin = time.perf_counter()
simulation = ciw.Simulation(network)
simulation.simulate_until_max_time(hours)
seconds = time.perf_counter() - begin
records = simulation.get_all_records()
gone = sum(record.record_type == "renege" for record in records)
print(f"ciw {ciw.__version__}: {len(records)} contacts, {seconds:.2f} s, "
      f"{100 * gone / max(1, len(records)):.2f} % gave up (12.73 % by Erlang A)")
