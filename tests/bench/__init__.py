"""What the house measures of itself, each figure beside a reference of the same run: `python -m tests.bench`.

Machines are noisy and shared: ours and the reference take turns, medians are compared, and a ratio counts where an
absolute time would not. Nothing here asserts; `build/bench.json` and docs/figures.md say what came out.
"""
