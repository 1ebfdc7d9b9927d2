using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Training;

/// <summary>
/// Grows boosted trees for logistic loss over binned features, leaf by leaf where the gain is largest, as LightGBM does
/// (Ke et al., 2017). Each tree sees some of the features only, so that the trees differ more and lean on no single feature
/// (Ho, "The random subspace method", 1998). Nothing is random: the same rows give the same trees, on any number of cores.
/// </summary>
internal sealed class BoostedTrees
{
    private const int Rounds = 300;
    private const int MaxLeaves = 16;
    private const int MinRows = 40;
    private const double Rate = 0.05;
    private const double Ridge = 20;

    /// <summary>Of a thousand features, those that a tree sees.</summary>
    private const int Seen = 400;

    private readonly BinnedFeatures bins;
    private readonly double[] gradients;
    private readonly double[] curvatures;
    private int[] seen = [];

    private BoostedTrees(BinnedFeatures bins)
    {
        this.bins = bins;
        gradients = new double[bins.Rows];
        curvatures = new double[bins.Rows];
    }

    /// <param name="labels">1 for a block of the article, 0 for others.</param>
    /// <param name="weights">What a mistake costs; 1 on average.</param>
    public static BlockTrees Train(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<double> weights)
    {
        var trainer = new BoostedTrees(new BinnedFeatures(rows));
        var positive = labels.Select((label, i) => label ? weights[i] : 0).Sum();
        var start = Math.Log(positive / (weights.Sum() - positive));
        var odds = Enumerable.Repeat(start, rows.Count).ToArray();
        var trees = new List<BlockTree>();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < odds.Length; i++)
            {
                var probability = 1 / (1 + Math.Exp(-odds[i]));
                trainer.gradients[i] = weights[i] * (probability - (labels[i] ? 1 : 0));
                trainer.curvatures[i] = weights[i] * probability * (1 - probability);
            }

            trainer.seen = [.. Enumerable.Range(0, trainer.bins.Features).Where(feature => IsSeen(round, feature))];
            trees.Add(trainer.Grow(odds));
        }

        return new BlockTrees((float)start, trees);
    }

    /// <summary>A fixed mixing of two numbers, so that a training can be repeated anywhere.</summary>
    private static bool IsSeen(int round, int feature) => ((((uint)round * 2654435761u) ^ ((uint)feature * 1464060151u)) % 1000) < Seen;

    private BlockTree Grow(double[] odds)
    {
        var root = new Branch([.. Enumerable.Range(0, bins.Rows)]);
        Measure(root);
        var leaves = new List<Branch> { root };
        while (leaves.Count < MaxLeaves && leaves.MaxBy(leaf => leaf.Best.Gain) is { Best.Gain: > 1e-6 } widest)
        {
            leaves.Remove(widest);
            leaves.AddRange(Divide(widest));
        }

        foreach (var leaf in leaves)
        {
            leaf.Value = -Rate * leaf.Gradient / (leaf.Curvature + Ridge);
            foreach (var row in leaf.Rows)
            {
                odds[row] += leaf.Value;
            }
        }

        var nodes = new List<BlockTreeNode>();
        Write(root, nodes);
        return new BlockTree([.. nodes]);
    }

    private IEnumerable<Branch> Divide(Branch branch)
    {
        var column = bins.Columns[branch.Best.Feature];
        branch.Left = new Branch([.. branch.Rows.Where(row => column[row] <= branch.Best.Bin)]);
        branch.Right = new Branch([.. branch.Rows.Where(row => column[row] > branch.Best.Bin)]);
        var (small, large) = branch.Left.Rows.Length < branch.Right.Rows.Length ? (branch.Left, branch.Right) : (branch.Right, branch.Left);
        Measure(small);
        large.Subtract(branch, small);
        FindBest(large);
        branch.Sums = [];
        return [branch.Left, branch.Right];
    }

    private void Measure(Branch branch)
    {
        var rows = branch.Rows;
        var steps = rows.Select(row => (gradients[row], curvatures[row])).ToArray();
        branch.Gradient = steps.Sum(step => step.Item1);
        branch.Curvature = steps.Sum(step => step.Item2);
        branch.Sums = new BinSum[seen.Length][];
        Parallel.For(0, seen.Length, place =>
        {
            var sums = new BinSum[BinnedFeatures.Bins];
            var column = bins.Columns[seen[place]];
            for (var i = 0; i < rows.Length; i++)
            {
                ref var sum = ref sums[column[rows[i]]];
                sum.Gradient += steps[i].Item1;
                sum.Curvature += steps[i].Item2;
                sum.Rows++;
            }

            branch.Sums[place] = sums;
        });
        FindBest(branch);
    }

    private void FindBest(Branch branch)
    {
        var whole = Score(branch.Gradient, branch.Curvature);
        for (var place = 0; place < seen.Length; place++)
        {
            var left = default(BinSum);
            for (var bin = 0; bin < BinnedFeatures.Bins - 1; bin++)
            {
                var sum = branch.Sums[place][bin];
                left = new BinSum { Gradient = left.Gradient + sum.Gradient, Curvature = left.Curvature + sum.Curvature, Rows = left.Rows + sum.Rows };
                if (left.Rows < MinRows || branch.Rows.Length - left.Rows < MinRows)
                {
                    continue;
                }

                var gain = Score(left.Gradient, left.Curvature) + Score(branch.Gradient - left.Gradient, branch.Curvature - left.Curvature) - whole;
                if (gain > branch.Best.Gain)
                {
                    branch.Best = new Split(seen[place], bin, gain);
                }
            }
        }
    }

    private static double Score(double gradient, double curvature) => gradient * gradient / (curvature + Ridge);

    private void Write(Branch branch, List<BlockTreeNode> nodes)
    {
        if (branch.Left is null || branch.Right is null)
        {
            nodes.Add(new BlockTreeNode(BlockTreeNode.Leaf, 0, (float)branch.Value));
            return;
        }

        var at = nodes.Count;
        nodes.Add(default);
        Write(branch.Left, nodes);
        nodes[at] = new BlockTreeNode((byte)branch.Best.Feature, (byte)nodes.Count, bins.Threshold(branch.Best.Feature, branch.Best.Bin));
        Write(branch.Right, nodes);
    }

    private readonly record struct Split(int Feature, int Bin, double Gain);

    private struct BinSum
    {
        public double Gradient;
        public double Curvature;
        public int Rows;
    }

    private sealed class Branch(int[] rows)
    {
        public int[] Rows { get; } = rows;

        /// <summary>Of each feature seen.</summary>
        public BinSum[][] Sums { get; set; } = [];

        public double Gradient { get; set; }

        public double Curvature { get; set; }

        public Split Best { get; set; }

        public Branch? Left { get; set; }

        public Branch? Right { get; set; }

        public double Value { get; set; }

        /// <summary>What is in the whole and not in its other part needs no counting.</summary>
        public void Subtract(Branch whole, Branch other)
        {
            Sums = whole.Sums;
            Gradient = whole.Gradient - other.Gradient;
            Curvature = whole.Curvature - other.Curvature;
            for (var place = 0; place < Sums.Length; place++)
            {
                for (var bin = 0; bin < BinnedFeatures.Bins; bin++)
                {
                    ref var sum = ref Sums[place][bin];
                    var part = other.Sums[place][bin];
                    sum.Gradient -= part.Gradient;
                    sum.Curvature -= part.Curvature;
                    sum.Rows -= part.Rows;
                }
            }
        }
    }
}
